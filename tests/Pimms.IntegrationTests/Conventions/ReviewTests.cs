using System.Net;
using Npgsql;
using Pimms.Conventions;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: the figures are those of everything that was sent.</summary>
public sealed class ReviewTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly Guid Convention = DemonstrationId.Of("convention:energie");
    private static readonly Guid Demonstrated = DemonstrationId.Of("review:energie");

    [Fact]
    public async Task Is_counted_commented_by_both_sides_signed_off_and_never_changed_again()
    {
        var review = await Opened(1);
        using var manager = await platform.As("manager.energie");
        Assert.Equal(HttpStatusCode.OK, (await (await manager.Open($"/reviews/{review}")).Submit([("Input.Text", "Un agent était absent.")], form: "#comments form")).Status);
        var before = await Figures("admin", review);

        Assert.Null((await platform.Send("admin", new SignReview { Id = review, Version = await Version(review) })).Refusal);
        var signed = (await platform.Send("admin", new ReadReview(review))).Value;
        Assert.Matches(@"^B\d{4}-\d{4}$", signed.Number!);
        Assert.Equal(["Un agent était absent."], signed.Comments.Select(comment => comment.Text));

        // What happens afterwards changes nothing of it.
        await new Counter(platform).Answered();
        Assert.Equal(before.Sent, (await Figures("admin", review)).Sent);
        Assert.Equal("Review.NotOpen", (await platform.Send("manager.energie", new CommentReview { Id = review, Text = "Trop tard." })).Refusal!.Errors.Single().Message);
        foreach (var harm in (string[])["update conventions.reviews set number = 'x' where id = $1", "delete from conventions.reviews where id = $1", "update conventions.review_figures set figures = '{}' where review_id = $1", "delete from conventions.review_comments where review_id = $1"])
            await Assert.ThrowsAsync<PostgresException>(() => platform.Ask(harm, review));
    }

    [Fact]
    public async Task Is_opened_again_as_another_edition_and_gives_way_once_that_is_signed()
    {
        var review = await Opened(2);
        await platform.Send("admin", new SignReview { Id = review, Version = await Version(review) });
        var again = (await platform.Send("admin", new ReopenReview { Id = review, Reason = "Deux orientations manquaient." })).Value;
        Assert.Equal("ReopenReview.Already", (await platform.Send("admin", new ReopenReview { Id = review, Reason = "Encore." })).Refusal!.Errors.Single().Message);
        Assert.Equal(ReviewState.Signed, (await platform.Send("admin", new ReadReview(review))).Value.State);
        await platform.Send("admin", new SignReview { Id = again, Version = await Version(again) });
        Assert.Equal((ReviewState.Replaced, ReviewState.Signed), ((await platform.Send("admin", new ReadReview(review))).Value.State, (await platform.Send("admin", new ReadReview(again))).Value.State));
    }

    [Fact]
    public async Task Hides_small_numbers_from_the_partner_on_the_page_in_the_file_and_in_the_database()
    {
        for (var number = 0; number < 3; number++)
            await new Counter(platform).Answered();
        var (inside, outside) = (await Figures("admin", Demonstrated), await Figures("manager.energie", Demonstrated));
        Assert.Contains(inside.Endings.Concat(inside.Outcomes), count => count.Count is > 0 and < 5);
        Assert.All(outside.Endings.Concat(outside.Outcomes).Concat(outside.Declines), count => Assert.False(count.Count is > 0 and < 5));

        using var manager = await platform.As("manager.energie");
        var page = await manager.Open($"/reviews/{Demonstrated}");
        Assert.Contains("moins de 5", page.Text, StringComparison.Ordinal);
        var csv = (await manager.Open($"/reviews/{Demonstrated}?handler=Csv")).Source;
        Assert.Contains("moins de 5", csv, StringComparison.Ordinal);
        using var admin = await platform.As("admin");
        Assert.DoesNotContain("moins de 5", (await admin.Open($"/reviews/{Demonstrated}?handler=Csv")).Source, StringComparison.Ordinal);

        var review = await Opened(3);
        await platform.Send("admin", new SignReview { Id = review, Version = await Version(review) });
        var partner = await Personas.Of(platform.Services, "manager.energie");
        Assert.Equal(0, await platform.Straight(partner, connection => connection.Value<long>("select count(*) from conventions.review_figures")));
        Assert.NotEqual(0, await platform.Straight(partner, connection => connection.Value<long>("select count(*) from conventions.reviews")));
    }

    [Fact]
    public async Task Lets_nobody_write_in_the_other_sides_name()
    {
        var manager = await Personas.Of(platform.Services, "manager.energie");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(manager, connection => connection.Execute("""
            insert into conventions.review_comments (id, review_id, partner_id, side, by_id, by_name, at, text) values (gen_random_uuid(), $1, $2, 'Association', $3, 'x', now(), 'x')
            """, Demonstrated, manager.PartnerId!.Value, manager.Id)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData(-40, 0, "FromDay")]
    [InlineData(0, 1, "ToDay")]
    [InlineData(0, -30, "ToDay")]
    public async Task Refuses_a_period_that_is_none(int from, int to, string field)
    {
        var start = (await platform.Send("admin", new ConventionReviews(Convention))).Value.Convention.StartsOn;
        var refused = await platform.Send("admin", new OpenReview { ConventionId = Convention, FromDay = from < 0 ? start.AddDays(from) : Agreements.Today.AddDays(-20), ToDay = Agreements.Today.AddDays(to) });
        Assert.Equal(field, refused.Refusal!.Errors.Single().Field);
    }

    [Fact]
    public async Task Refuses_a_period_that_has_a_review_and_a_convention_that_is_not_signed()
    {
        await Opened(4);
        Assert.Equal("OpenReview.Already", (await platform.Send("admin", Period(4))).Refusal!.Errors.Single().Message);
        Assert.Equal("OpenReview.Draft", (await platform.Send("admin", Period(4) with { ConventionId = DemonstrationId.Of("convention:metropole") })).Refusal!.Errors.Single().Message);
    }

    [Fact]
    public async Task Does_not_exist_for_another_partner_and_is_not_for_agents_and_mediators()
    {
        foreach (var (visitor, status) in ((string, HttpStatusCode)[])[("agent.energie", HttpStatusCode.Forbidden), ("mediator.valdegour", HttpStatusCode.Forbidden), ("lead.valdegour", HttpStatusCode.Forbidden), ("manager.energie", HttpStatusCode.OK), ("admin", HttpStatusCode.OK)])
        {
            using var browser = await platform.As(visitor);
            Assert.Equal((visitor, status), (visitor, (await browser.Open($"/reviews/{Demonstrated}")).Status));
        }
    }

    private static OpenReview Period(int days) => new() { ConventionId = Convention, FromDay = Agreements.Today.AddDays(-30 - days), ToDay = Agreements.Today };

    private async Task<Guid> Opened(int days) => (await platform.Send("admin", Period(days))).Value;

    private async Task<Pimms.Referrals.Contracts.ConventionFlow> Figures(string userName, Guid review) => (await platform.Send(userName, new ReadReview(review))).Value.Figures.Flow;

    private async Task<uint> Version(Guid review) => (await platform.Send("admin", new ReadReview(review))).Value.Version;
}

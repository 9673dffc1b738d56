using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals.Contracts;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class NotifyOfReferralTests(Platform platform)
{
    [Theory]
    [InlineData("Send", null, "mehdi.bouzid sandrine.lopez solidarite")]
    [InlineData("Withdraw", "agent2.energie", "mehdi.bouzid")]
    [InlineData("Close", "agent.energie", "sandrine.lopez")]
    [InlineData("ProvideInformation", null, "mehdi.bouzid sandrine.lopez solidarite")]
    [InlineData("Reopen", "marc.aubert", "mehdi.bouzid sandrine.lopez solidarite")]
    [InlineData("Answer", "agent.energie", "karima.benali")]
    [InlineData("Decline", null, "karima.benali")]
    [InlineData("RequestInformation", null, "karima.benali")]
    [InlineData("Accept", "agent.energie", "karima.benali")]
    [InlineData("Expire", null, "karima.benali")]
    [InlineData("Hold", "agent.energie", "")]
    [InlineData("AutoClose", "agent.energie", "")]
    public async Task Tells_whom_it_concerns(string move, string? assignee, string told) =>
        Assert.Equal(told, await Told(Happened(move, assignee)));

    [Fact]
    public async Task Tells_the_units_shared_mailbox_at_once_whatever_its_agents_chose()
    {
        var happened = Happened("Send", null);
        await Told(happened);
        Assert.Equal(["solidarite@energie.example|AtOnce"], await platform.Ask("select to_address, deliver from users.mails where referral_id = $1 and person_id = $2", happened.ReferralId, happened.UnitId));
    }

    [Fact]
    public async Task Tells_the_leads_when_the_mediator_has_left() =>
        Assert.Equal("antoine.girard", await Told(Happened("Answer", null) with { MediatorId = Person("marc.aubert"), SiteId = DemonstrationId.Of("site:pissevin") }));

    [Fact]
    public async Task Tells_the_manager_when_a_unit_has_no_agent() =>
        Assert.Equal("catherine.vidal", await Told(Happened("Send", null) with { UnitId = Guid.NewGuid() }));

    [Fact]
    public async Task Tells_once_however_often_the_message_arrives()
    {
        var happened = Happened("Decline", null);
        Assert.Equal("karima.benali", await Told(happened));
        Assert.Equal("karima.benali", await Told(happened));
        Assert.Equal("karima.benali karima.benali", await Told(happened with { At = happened.At.AddMinutes(1) }));
    }

    [Fact]
    public async Task Says_number_kind_and_link_and_nothing_of_the_beneficiary()
    {
        var happened = Happened("Send", null);
        await Told(happened);
        using var admin = await platform.As("admin");
        var page = await admin.Open("/mails");
        Assert.Contains($"Orientation {happened.Number}\u00a0: nouvelle demande pour votre service", page.Source.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"{platform.Address.AbsoluteUri.TrimEnd('/')}/referrals/{happened.ReferralId}", page.Text, StringComparison.Ordinal);
    }

    private Task<string> Told(ReferralMoved happened)
    {
        var work = CurrentUser.System("users.notify-of-referral");
        return platform.Within(work, async services =>
        {
            var db = services.GetRequiredService<UsersDbContext>();
            await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(work, CancellationToken.None);
            await services.GetRequiredService<NotifyOfReferral>().React(happened, CancellationToken.None);
            await transaction.Commit(CancellationToken.None);
            await using var reading = await services.GetRequiredService<DatabaseSession>().Begin(work, CancellationToken.None);
            var addresses = await db.Mails.Where(mail => mail.ReferralId == happened.ReferralId).Select(mail => mail.ToAddress).ToListAsync();
            return string.Join(' ', addresses.Select(address => address.Split('@')[0]).Order(StringComparer.Ordinal));
        });
    }

    internal static ReferralMoved Happened(string move, string? assignee) => new(
        Guid.CreateVersion7(), $"2026-{Random.Shared.Next(100_000, 999_999)}", move, "Sent", "Association", DemonstrationId.Of("site:valdegour"), Person("mediator.valdegour"),
        DemonstrationId.Of("partner:energie"), DemonstrationId.Of("unit:energie-solidarite"), assignee is null ? null : Person(assignee), TimeProvider.System.GetUtcNow());

    private static Guid Person(string userName) => DemonstrationId.Of($"person:{userName}");
}

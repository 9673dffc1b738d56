using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>No query of ours, no filter, nothing but <c>select *</c>: the database alone shows each person what is theirs. On a platform of its own: the demonstration as it was sown.</summary>
public sealed class RowsTests(Platform platform) : IClassFixture<Platform>
{
    public static TheoryData<string> People => [.. Matrix.Visitors.Skip(1)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task The_database_alone_shows_no_foreign_row(string userName)
    {
        var user = await Personas.Of(platform.Services, userName);
        var foreign = (await Markers.Of(platform)).ForeignTo(user);
        await platform.Straight(user, async connection =>
        {
            foreach (var table in await platform.Tables())
            {
                // Of its own referral a partner's row knows which case it came from; no query of ours shows it.
                var rows = await connection.Rows($"select to_jsonb(t) - 'case_id' from {table} t");
                foreach (var row in rows.Select(row => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row)!))
                    Assert.True(IsOwn(row, table, user), $"{userName} sees in {table}: {JsonSerializer.Serialize(row)}");
                // And whatever the columns say, nothing of a foreign case or referral stands in any row.
                Assert.Empty(Markers.In(string.Join('\n', rows), foreign).Select(marker => $"{table}: {marker}"));
            }
            return 0;
        });
    }

    [Theory]
    [InlineData("mediator.valdegour", "referrals.cases")]
    [InlineData("mediator.valdegour", "referrals.referrals")]
    [InlineData("mediator.valdegour", "referrals.case_files")]
    [InlineData("agent.energie", "referrals.referrals")]
    [InlineData("agent.energie", "partners.units")]
    [InlineData("agent.energie", "conventions.conventions")]
    [InlineData("admin", "partners.partners")]
    [InlineData("admin", "users.people")]
    public async Task The_database_shows_what_is_ones_own(string userName, string table) =>
        Assert.NotEqual(0, await platform.Straight(await Personas.Of(platform.Services, userName), connection => connection.Value<long>($"select count(*) from {table}")));

    [Theory]
    [InlineData("agent.energie", "referrals.cases")]
    [InlineData("agent.energie", "referrals.consents")]
    [InlineData("agent.energie", "referrals.steps")]
    [InlineData("agent.energie", "referrals.case_files")]
    [InlineData("admin", "referrals.case_files")]
    [InlineData("admin", "referrals.steps")]
    [InlineData("admin", "referrals.cases")]
    [InlineData("admin", "referrals.referrals")]
    [InlineData("admin", "referrals.messages")]
    public async Task The_database_shows_nothing_at_all_of_what_a_role_never_sees(string userName, string table) =>
        Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, userName), connection => connection.Value<long>($"select count(*) from {table}")));

    [Fact]
    public async Task A_query_that_forgot_its_filter_shows_nothing_foreign()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var (found, all) = await platform.Within(agent, async services =>
        {
            var schema = services.GetServices<ModuleSchema>().Single(one => one.Name == "referrals");
            await using var work = await services.GetRequiredService<DatabaseSession>().Begin(agent, CancellationToken.None);
            var db = (Referrals.ReferralsDbContext)services.GetRequiredService(schema.Context);
            return (await db.Referrals.IgnoreQueryFilters().Select(referral => referral.VisibleToUnit).ToListAsync(), await db.Cases.IgnoreQueryFilters().CountAsync());
        });
        Assert.NotEmpty(found);
        Assert.All(found, unit => Assert.Contains(unit, agent.UnitIds));
        Assert.Equal(0, all);
    }

    [Theory]
    [InlineData("update referrals.referrals set visible_to_unit = visible_to_unit where not (visible_to_unit = any($1))")]
    [InlineData("delete from referrals.referrals where not (visible_to_unit = any($1))")]
    [InlineData("delete from referrals.steps where $1::uuid[] is not null")]
    public async Task What_is_not_seen_is_not_changed_either(string sql)
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        Assert.Equal(0, await platform.Straight(agent, connection => connection.Execute(sql, agent.UnitIds.ToList())));
    }

    /// <summary>By the columns that carry the scope; a row without any is judged by what it holds.</summary>
    private static bool IsOwn(Dictionary<string, JsonElement> row, string table, CurrentUser user) => user.Side switch
    {
        Side.Partner => table switch
        {
            // The names of partners are known to all: an agent may name one that could do better.
            "partners.partners" => true,
            _ when Id(row, "visible_to_unit") is { } unit => user.UnitIds.Contains(unit),
            _ when table.StartsWith("referrals.", StringComparison.Ordinal) && Id(row, "unit_id") is { } unit => user.UnitIds.Contains(unit),
            _ => Id(row, "partner_id") is not { } partner || partner == user.PartnerId,
        },
        // Numbers of all sites, nobody's: who sends has to see the month's last place.
        _ when table == "referrals.sent_counts" => user.Side == Side.Association,
        _ when table.StartsWith("referrals.", StringComparison.Ordinal) => Id(row, "site_id") is { } site && user.SiteIds.Contains(site),
        _ => true,
    };

    private static Guid? Id(Dictionary<string, JsonElement> row, string column) =>
        row.TryGetValue(column, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}

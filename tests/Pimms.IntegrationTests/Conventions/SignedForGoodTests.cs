using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>The history and what was signed, asked of the database by those who could do most.</summary>
public sealed class SignedForGoodTests(Platform platform)
{
    public static TheoryData<string> Rewritings =>
    [
        "update conventions.steps set reason = 'autre' where convention_id = $1",
        "update conventions.steps set at = now() where convention_id = $1",
        "delete from conventions.steps where convention_id = $1",
        "update conventions.terms set retention_months = 36 where convention_id = $1",
        "update conventions.terms set published = false where convention_id = $1",
        "delete from conventions.terms where convention_id = $1",
        "update conventions.commitments set answer_within_days = 60 where convention_id = $1",
        "delete from conventions.commitments where convention_id = $1",
        "delete from conventions.conventions where id = $1",
        "truncate conventions.steps where $1",
    ];

    [Theory]
    [MemberData(nameof(Rewritings))]
    public async Task Nobody_rewrites_it_not_even_a_superuser(string sql)
    {
        var id = (await new Agreements(platform).Active()).Id;
        await using var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            if (sql.StartsWith("truncate", StringComparison.Ordinal))
                await connection.Execute("truncate conventions.steps");
            else
                await connection.Execute(sql, id);
        });
        Assert.Equal("P0001", refused.SqlState);
    }

    [Fact]
    public async Task A_draft_can_still_be_written()
    {
        var draft = await new Agreements(platform).Draft();
        await using var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await connection.Execute("update conventions.terms set retention_months = 12 where convention_id = $1", draft.Id));
    }

    [Fact]
    public async Task An_administrator_cannot_either_and_a_lead_not_even_add()
    {
        var id = (await new Agreements(platform).Active()).Id;
        var administrator = await Personas.Of(platform.Services, "admin");
        await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(administrator, connection => connection.Execute("update conventions.steps set by_name = 'Personne' where convention_id = $1", id)));
        var lead = await Personas.Of(platform.Services, "lead.valdegour");
        await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(lead, connection => connection.Execute(
            "insert into conventions.referents (convention_id, partner_id, published, side, rank, person_id, name) select id, partner_id, published, 'Association', 'Deputy', gen_random_uuid(), 'x' from conventions.conventions where id = $1", id)));
    }

    [Fact]
    public async Task What_is_only_proposed_is_seen_by_administrators_alone()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var id = (await new Agreements(platform).Active(partner, procedure)).Id;
        await using (var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await connection.Execute("insert into conventions.proposals (convention_id, partner_id, kind, body, by_id, by_name, at) values ($1, $2, 'Amendment', '{}', $3, 'Claire Dumas', now())", id, partner, Guid.NewGuid());
        Task<long> Seen(CurrentUser user) => platform.Straight(user, connection => connection.Value<long>("select count(*) from conventions.proposals where convention_id = $1", id));
        Assert.Equal(1, await Seen(await Personas.Of(platform.Services, "admin")));
        Assert.Equal(0, await Seen(await Personas.Of(platform.Services, "lead.valdegour")));
        Assert.Equal(0, await Seen((await Personas.Of(platform.Services, "agent.ville")) with { PartnerId = partner }));
    }
}

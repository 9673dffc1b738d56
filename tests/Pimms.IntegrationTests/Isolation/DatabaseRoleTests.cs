using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>What the roles may do, and that the settings they are told end with their transaction.</summary>
public sealed class DatabaseRoleTests(Platform platform)
{
    [Fact]
    public async Task The_hosts_role_bypasses_nothing_inherits_nothing_and_becomes_three_roles_only()
    {
        await using var connection = await platform.Bare.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal("False|False|False|False|False", (await connection.Rows("select rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb from pg_roles where rolname = session_user")).Single());
        Assert.Equal([DatabaseRoles.Application, DatabaseRoles.Overseer, DatabaseRoles.Worker], await connection.Rows("select rolname from pg_roles where rolname <> session_user and pg_has_role(session_user, oid, 'member') order by 1"));
        Assert.Equal(["False|False", "False|False", "False|False"], await connection.Rows($"select rolsuper, rolbypassrls from pg_roles where rolname in ('{DatabaseRoles.Application}', '{DatabaseRoles.Overseer}', '{DatabaseRoles.Worker}')"));
    }

    [Fact]
    public async Task The_hosts_role_has_no_rights_of_its_own()
    {
        await using var connection = await platform.Bare.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var table in await platform.Tables())
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.Rows($"select 1 from {table} limit 1"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
        Assert.Empty(await platform.Ask("select c.oid::regclass from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = 'pimms_tests_app'"));
        Assert.Empty(await platform.Ask("select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where a.grantee = 0 and n.nspname = any($1)", platform.Schemas()));
    }

    [Fact]
    public async Task The_application_role_sees_nothing_before_anybody_is_named()
    {
        await using var connection = await platform.Bare.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.Execute($"set role {DatabaseRoles.Application}");
        foreach (var table in await platform.Tables())
            Assert.Equal((table, 0), (table, (await connection.Rows($"select 1 from {table} limit 1")).Count));
    }

    [Fact]
    public async Task The_application_role_sees_nothing_for_a_person_without_any_scope()
    {
        var nobody = new CurrentUser { Id = Guid.NewGuid(), Name = "nobody", Side = Side.None };
        await platform.Straight(nobody, async connection =>
        {
            foreach (var table in await platform.Tables())
                Assert.Equal((table, 0), (table, (await connection.Rows($"select 1 from {table} limit 1")).Count));
            return 0;
        });
    }

    [Theory]
    [InlineData("alter table referrals.referrals disable row level security")]
    [InlineData("drop policy people_see on referrals.referrals")]
    [InlineData("truncate referrals.referrals")]
    [InlineData("set role pimms_tests_owner")]
    [InlineData("set session authorization postgres")]
    [InlineData("insert into referrals.__migrations values ('x', 'x')")]
    [InlineData("create table referrals.mine (id int)")]
    [InlineData("insert into journal.entries values ('x', 1, now(), 'x', 'x', 'x', '{}', true, 'x', '')")]
    [InlineData("update journal.entries set act = 'x'")]
    [InlineData("delete from journal.entries")]
    [InlineData("truncate journal.entries")]
    [InlineData("update journal.heads set seq = 0")]
    [InlineData("insert into journal.heads values ('x', 0, '')")]
    public async Task No_role_can_open_what_is_closed(string sql)
    {
        foreach (var role in (string[])[DatabaseRoles.Application, DatabaseRoles.Overseer, DatabaseRoles.Worker])
        {
            await using var connection = await platform.Bare.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await connection.Execute($"set role {role}");
            var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.Execute(sql));
            Assert.Equal((role, PostgresErrorCodes.InsufficientPrivilege), (role, refused.SqlState));
        }
    }

    [Fact]
    public async Task People_put_messages_into_the_outbox_and_cannot_read_what_others_put_there()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        foreach (var schema in platform.Schemas())
        {
            foreach (var sql in (string[])["select 1 from {0}.outbox", "update {0}.outbox set error = ''", "delete from {0}.outbox", "select 1 from {0}.inbox", "insert into {0}.inbox values (gen_random_uuid(), 'x', now())"])
            {
                var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(agent, connection => connection.Execute(sql.Replace("{0}", schema, StringComparison.Ordinal))));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
            }
        }
    }

    [Fact]
    public async Task Settings_end_with_the_transaction_even_where_the_pool_resets_nothing()
    {
        var settings = new NpgsqlConnectionStringBuilder(platform.Database.AppConnection) { MaxPoolSize = 1, NoResetOnClose = true, ApplicationName = "one connection" };
        await using var source = NpgsqlDataSource.Create(settings.ConnectionString);
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var before = await Work(source, agent, "select pg_backend_pid() || ' ' || current_user || ' ' || current_setting('pimms.partner_id')");
        Assert.EndsWith($" {DatabaseRoles.Application} {agent.PartnerId}", before, StringComparison.Ordinal);

        await using var after = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var left = await after.Rows("""
            select pg_backend_pid(), current_user = session_user, concat(current_setting('pimms.side', true), current_setting('pimms.role', true), current_setting('pimms.user_id', true),
              current_setting('pimms.site_ids', true), current_setting('pimms.partner_id', true), current_setting('pimms.unit_ids', true))
            """);
        Assert.Equal($"{before.Split(' ')[0]}|True|", left.Single());
        await after.Execute($"set role {DatabaseRoles.Application}");
        Assert.Equal(0, await after.Value<long>("select count(*) from referrals.referrals"));
        await after.Execute("reset role");
    }

    private async Task<string> Work(NpgsqlDataSource source, CurrentUser user, string sql)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var session = ActivatorUtilities.CreateInstance<DatabaseSession>(services, source);
        await using var work = await session.Begin(user, CancellationToken.None);
        var answer = await (await session.Start(CancellationToken.None)).Value<string>(sql);
        await work.Commit(CancellationToken.None);
        return answer;
    }
}

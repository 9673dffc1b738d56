using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>The second layer, read back from the catalogue.</summary>
public sealed class RowSecurityTests(Platform platform)
{
    [Fact]
    public async Task Every_table_has_row_level_security_enabled_and_forced()
    {
        foreach (var table in await platform.Tables())
            Assert.Equal((table, "True|True"), (table, (await platform.Ask("select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass", table)).Single()));
    }

    [Fact]
    public async Task Every_table_says_who_sees_and_who_changes_its_rows_and_nothing_is_said_to_everybody()
    {
        foreach (var table in await platform.Tables())
        {
            var policies = await platform.Ask("""
                select case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end || ' ' || coalesce((select string_agg(rolname, ',' order by rolname) from pg_roles where oid = any(p.polroles)), 'public')
                from pg_policy p where polrelid = $1::regclass and polname <> 'oversee' order by 1
                """, table);
            Assert.Equal((table, "all pimms_worker, delete pimms_application, insert pimms_application, select pimms_application, update pimms_application"), (table, string.Join(", ", policies)));
        }
    }

    [Fact]
    public async Task What_administrators_oversee_has_no_column_with_content()
    {
        string[] overseen = ["referrals.cases", "referrals.referrals"];
        Assert.Equal(overseen.Select(table => $"{table}: r"), await platform.Ask("""
            select polrelid::regclass || ': ' || polcmd::text from pg_policy p where (select oid from pg_roles where rolname = 'pimms_overseer') = any(p.polroles) order by 1
            """));
        Assert.Empty(await platform.Ask("select c.oid::regclass from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = 'pimms_overseer'"));
        var markers = await Markers.Of(platform);
        foreach (var table in overseen)
        {
            var columns = await platform.Ask("""
                select a.attname from pg_attribute a, aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
                where r.rolname = 'pimms_overseer' and a.attrelid = $1::regclass and g.privilege_type = 'SELECT' order by 1
                """, table);
            Assert.NotEmpty(columns);
            var seen = await platform.Ask($"select {string.Join(", ", columns)} from {table}");
            Assert.Empty(Markers.In(string.Join('\n', seen), markers.Content));
        }

        // With the role taken up by hand: no other column, no other table, and nothing for anybody but an administrator.
        var agent = await Personas.Of(platform.Services, "agent.eau");
        Assert.Equal(0, await platform.Straight(agent, async connection =>
        {
            await connection.Execute($"set local role {DatabaseRoles.Overseer}");
            return await connection.Value<long>("select count(id) from referrals.referrals");
        }));
        var admin = await Personas.Of(platform.Services, "admin");
        foreach (var sql in (string[])["select request_subject from referrals.referrals", "select harm_date from referrals.referrals", "select situation from referrals.cases", "select beneficiary_family_name from referrals.cases", "select id from referrals.messages", "update referrals.referrals set state = 'Closed'"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(admin, async connection =>
            {
                await connection.Execute($"set local role {DatabaseRoles.Overseer}");
                return await connection.Execute(sql);
            }));
            Assert.Equal((sql, PostgresErrorCodes.InsufficientPrivilege), (sql, refused.SqlState));
        }
    }

    [Fact]
    public async Task Policies_compare_with_settings_and_never_ask_another_table()
    {
        var conditions = await platform.Ask("""
            select p.polrelid::regclass || ' ' || p.polname || ': ' || concat_ws(' / ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any($1) and p.polname <> 'work'
            """, platform.Schemas());
        Assert.NotEmpty(conditions);
        // A select without a table takes a setting apart once per statement; what reads a table says from where.
        Assert.DoesNotContain(conditions, condition => condition.Contains("FROM", StringComparison.OrdinalIgnoreCase));
        Assert.All(conditions, condition => Assert.True(condition.Contains("current_setting('pimms.", StringComparison.Ordinal) || condition.Contains(": false", StringComparison.Ordinal), condition));
    }

    [Fact]
    public async Task No_foreign_key_crosses_a_schema()
    {
        Assert.Empty(await platform.Ask("""
            select c.conname from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
            where c.contype = 'f' and child.relnamespace <> parent.relnamespace
            """));
    }

    [Fact]
    public async Task No_view_looks_with_its_owners_eyes()
    {
        Assert.Empty(await platform.Ask("""
            select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname = any($1) and not coalesce('security_invoker=true' = any(c.reloptions), false)
            """, platform.Schemas()));
    }

    [Fact]
    public async Task Only_the_journal_has_a_function_that_acts_with_its_owners_rights()
    {
        Assert.Equal(["journal.append"], await platform.Ask("""
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            """));
    }

    [Fact]
    public async Task Children_carry_their_parents_scope_so_that_keys_cannot_reach_across()
    {
        // A key between two protected tables whose parent is scoped must hold the scope, not the id alone.
        Assert.Empty(await platform.Ask("""
            select c.conrelid::regclass || ' → ' || c.confrelid::regclass
            from pg_constraint c
            where c.contype = 'f' and cardinality(c.conkey) = 1
              and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname in ('site_id', 'visible_to_unit', 'partner_id') and not a.attisdropped)
              and not exists (select from pg_constraint more where more.contype = 'f' and more.conrelid = c.conrelid and more.confrelid = c.confrelid and cardinality(more.conkey) > 1)
            """));
    }

    [Fact]
    public async Task A_child_cannot_be_hung_on_another_partners_referral()
    {
        var agent = await Personas.Of(platform.Services, "agent.eau");
        var foreign = (await platform.Ask("select id, site_id from referrals.referrals where state = 'Sent' and partner_id <> $1 limit 1", agent.PartnerId!.Value)).Single().Split('|');
        var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(agent, async connection =>
        {
            await connection.Execute("""
                insert into referrals.messages (id, referral_id, site_id, visible_to_unit, at, author_id, who, side, visibility, text)
                values (gen_random_uuid(), $1, $2, $3, now(), $4, 'x', 'Partner', 'Shared', 'x')
                """, Guid.Parse(foreign[0]), Guid.Parse(foreign[1]), agent.UnitIds[0], agent.Id);
            return await connection.Execute("set constraints all immediate");
        }));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }
}

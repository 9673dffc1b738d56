using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pimms.Partners;

namespace Pimms.IntegrationTests;

/// <summary>The database's own answer, without any filter of ours.</summary>
public sealed class PartnersRowSecurityTests(Platform platform)
{
    private static readonly Guid Energie = DemonstrationId.Of("partner:energie");

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("manager.energie")]
    public async Task Shows_a_partner_the_rows_of_no_other(string userName)
    {
        Assert.Equal([Energie], await Read(userName, db => db.Units.Select(unit => unit.PartnerId).Distinct().ToListAsync()));
        Assert.Equal([Energie], await Read(userName, db => db.Procedures.Select(procedure => procedure.PartnerId).Distinct().ToListAsync()));
        Assert.Equal([Energie], await Read(userName, db => db.Forms.Select(form => form.PartnerId).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Shows_the_association_all_and_nobody_nothing()
    {
        Assert.True(await Read("mediator.valdegour", db => db.Units.Select(unit => unit.PartnerId).Distinct().CountAsync()) >= 8);
        Assert.Equal(0, await platform.Within(CurrentUser.Anonymous, services => InTransaction(services, db => db.Partners.CountAsync())));
    }

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("agent.energie")]
    public async Task Lets_nobody_but_those_who_run_it_change_a_row(string userName)
    {
        foreach (var table in (string[])["partners.partners", "partners.units", "partners.procedures"])
            Assert.Equal(0, await Change(userName, $"update {table} set active = false"));
        await Assert.ThrowsAsync<PostgresException>(() => Change(userName, "delete from partners.form_versions"));
        await Assert.ThrowsAsync<PostgresException>(() => Change(userName, "insert into partners.partners (id, name, kind, active) values (gen_random_uuid(), 'Ailleurs', 'Other', true)"));
    }

    [Fact]
    public async Task Lets_a_manager_change_its_own_units_only() =>
        Assert.Equal(2, await Change("manager.energie", "update partners.units set instructions = 'x'"));

    [Fact]
    public async Task Keeps_a_procedure_within_the_partner_of_its_unit() => await Assert.ThrowsAsync<PostgresException>(() => Change("admin",
        $"insert into partners.procedures (id, partner_id, unit_id, title, description, form_version, active) values (gen_random_uuid(), '{DemonstrationId.Of("partner:ville")}', '{DemonstrationId.Of("unit:energie-solidarite")}', 'x', '', 1, true); set constraints all immediate"));

    private Task<T> Read<T>(string userName, Func<PartnersDbContext, Task<T>> read) => platform.Within(userName, services => InTransaction(services, read));

    private Task<int> Change(string userName, string sql) => platform.Within(userName, services =>
        InTransaction(services, async _ => await (await services.GetRequiredService<DatabaseSession>().Start(CancellationToken.None)).Execute(sql)));

    /// <summary>Never committed.</summary>
    private static async Task<T> InTransaction<T>(IServiceProvider services, Func<PartnersDbContext, Task<T>> work)
    {
        await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
        return await work(services.GetRequiredService<PartnersDbContext>());
    }
}

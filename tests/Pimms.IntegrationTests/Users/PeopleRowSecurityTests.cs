using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pimms.Users;
using Pimms.Users.Contracts;

namespace Pimms.IntegrationTests;

/// <summary>The database's own answer, without any filter of ours.</summary>
public sealed class PeopleRowSecurityTests(Platform platform)
{
    [Theory]
    [InlineData("mediator.valdegour", "pimms-demonstration.example")]
    [InlineData("agent.energie", "energie.example")]
    [InlineData("manager.energie", "energie.example")]
    [InlineData("agent.ville", "ville.example")]
    public async Task Shows_each_side_its_own_people(string userName, string domain)
    {
        var addresses = await Rows(userName, db => db.People.Select(person => person.Email).ToListAsync());
        Assert.NotEmpty(addresses);
        Assert.All(addresses, address => Assert.EndsWith("@" + domain, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_administrators_everybody()
    {
        var everybody = await platform.Ask("select email from users.people");
        Assert.True(everybody.Count >= 17, $"Only {everybody.Count} people.");
        Assert.Empty(everybody.Except(await Rows("admin", db => db.People.Select(person => person.Email).ToListAsync())));
    }

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("mediator.valdegour")]
    public async Task Lets_nobody_but_administrators_change_a_row(string userName)
    {
        Assert.Equal(0, await Change(userName, $"update users.people set role = 'Administrator' where user_name = '{userName}'"));
        await Assert.ThrowsAsync<PostgresException>(() => Change(userName, "delete from users.sites"));
        await Assert.ThrowsAsync<PostgresException>(() => Change(userName, "insert into users.sites (id, name) values (gen_random_uuid(), 'Ailleurs')"));
    }

    [Fact]
    public async Task Shows_mails_to_administrators_only_and_lets_nobody_write_one()
    {
        Assert.Empty(await Rows("agent.energie", db => db.Mails.ToListAsync()));
        await Assert.ThrowsAsync<PostgresException>(() => Change("admin",
            "insert into users.mails (id, kind, referral_id, number, happened_at, person_id, to_address, created_at, next_try_at, attempts) values (gen_random_uuid(), 'Send', gen_random_uuid(), '1', now(), gen_random_uuid(), 'x', now(), now(), 0)"));
    }

    [Fact]
    public async Task Shows_nothing_to_nobody() =>
        Assert.Equal(0, await platform.Within(CurrentUser.Anonymous, services => InTransaction(services, CurrentUser.Anonymous, db => db.People.CountAsync())));

    [Fact]
    public async Task The_directory_names_a_units_agents_and_manager_to_their_own_side()
    {
        var unit = DemonstrationId.Of("unit:energie-facturation");
        async Task<List<string>> Asked(string userName) => [.. (await Directory(userName, directory => directory.AgentsOf(unit, CancellationToken.None))).Select(person => person.Name)];
        Assert.Equal(["Lucie Arnaud", "Catherine Vidal"], await Asked("agent.energie"));
        Assert.Empty(await Asked("agent.ville"));
    }

    [Fact]
    public async Task The_directory_names_a_sites_mediators_and_posts()
    {
        var site = DemonstrationId.Of("site:valdegour");
        var mediators = await Directory("lead.valdegour", directory => directory.MediatorsOf(site, CancellationToken.None));
        Assert.Equal(["Karima Benali", "Nadia Chérif", "Hélène Marchand"], mediators.Select(person => person.Name));
        var sites = await Directory("agent.ville", directory => directory.Sites([site, Guid.NewGuid()], CancellationToken.None));
        Assert.Contains("Permanence Chemin-Bas", Assert.Single(sites).Posts.Select(post => post.Name));
    }

    private Task<T> Directory<T>(string userName, Func<IUserDirectory, Task<T>> ask) => platform.Within(userName, services =>
        InTransaction(services, services.GetRequiredService<CurrentUser>(), _ => ask(services.GetRequiredService<IUserDirectory>())));

    private Task<List<T>> Rows<T>(string userName, Func<UsersDbContext, Task<List<T>>> read) => platform.Within(userName, services => InTransaction(services, services.GetRequiredService<CurrentUser>(), read));

    private Task<int> Change(string userName, string sql) => platform.Within(userName, services =>
        InTransaction(services, services.GetRequiredService<CurrentUser>(), async _ => await (await services.GetRequiredService<DatabaseSession>().Start(CancellationToken.None)).Execute(sql)));

    private static async Task<T> InTransaction<T>(IServiceProvider services, CurrentUser user, Func<UsersDbContext, Task<T>> work)
    {
        await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(user, CancellationToken.None);
        return await work(services.GetRequiredService<UsersDbContext>());
    }
}

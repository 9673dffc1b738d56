using Npgsql;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What must be true of the database before the first request.</summary>
internal static class PrepareDatabase
{
    /// <summary><c>Pimms.Host migrate</c>: as the owner; also done by itself at start where the owner's connection is given.</summary>
    public static async Task Migrate(IServiceProvider services, IConfiguration configuration, CancellationToken ct)
    {
        var owner = configuration.GetConnectionString("PimmsOwner")
            ?? throw new InvalidOperationException("ConnectionStrings:PimmsOwner is not set: the connection of the role that owns the database and migrates it.");
        var login = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Pimms")).Username
            ?? throw new InvalidOperationException("ConnectionStrings:Pimms names no role: migrating grants it what the host needs.");
        await services.GetRequiredService<Migrator>().Migrate(owner, login, ct);
    }

    /// <summary>Migrates where it may, refuses a role that row-level security does not hold, and refuses a database of another version.</summary>
    public static async Task Check(WebApplication app, CancellationToken ct)
    {
        if (app.Configuration.GetConnectionString("PimmsOwner") is not null)
            await Migrate(app.Services, app.Configuration, ct);
        await RoleCheck.RefuseRolesThatBypass(app.Services.GetRequiredService<NpgsqlDataSource>(), ct);
        var pending = await app.Services.GetRequiredService<Migrator>().Pending(app.Configuration.GetConnectionString("Pimms")!, ct);
        if (pending.Count > 0)
            throw new InvalidOperationException($"The database lacks {pending.Count} migrations ({string.Join(", ", pending)}). Run: Pimms.Host migrate, with ConnectionStrings:PimmsOwner.");
    }

    /// <summary>The demonstration association, in Development only.</summary>
    public static async Task Seed(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.User = CurrentUser.System("demonstration");
        scope.ServiceProvider.GetRequiredService<Journal>().Act = "demonstration";
        await using var work = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(caller.User, ct);
        foreach (var module in Modules.All)
            await module.SeedDemonstration(scope.ServiceProvider, ct);
        await work.Commit(ct);
    }
}

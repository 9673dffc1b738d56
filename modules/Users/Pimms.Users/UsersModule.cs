using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Users;

/// <summary>The module, as the host knows it.</summary>
public sealed class UsersModule : Module
{
    /// <inheritdoc/>
    public override string Name => UsersDbContext.Name;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => UsersPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<UsersDbContext>();
        builder.Services.AddScoped<IUserDirectory, UserDirectory>();
        builder.Services.AddScoped<IPersonaSource, PersonaSource>();
        builder.Services.AddScoped<IAdmission, Admission>();
        builder.Publishes<PersonDeactivated>("users.person-deactivated");
    }

    /// <inheritdoc/>
    public override async Task SeedDemonstration(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<UsersDbContext>();
        if (await db.Sites.AnyAsync(ct))
            return;
        db.Sites.AddRange(DemonstrationSites.All());
        db.People.AddRange(DemonstrationPeople.All(services.GetRequiredService<TimeProvider>().GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}

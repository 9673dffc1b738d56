using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Partners;

/// <summary>The module, as the host knows it.</summary>
public sealed class PartnersModule : Module
{
    /// <inheritdoc/>
    public override string Name => PartnersDbContext.Name;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => PartnersPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<PartnersDbContext>();
        builder.Services.AddSingleton<FormMemory>();
        builder.Services.AddScoped<Forms>();
        builder.Services.AddScoped<IPartnerDirectory, PartnerDirectory>();
        builder.Services.AddScoped<IMenu, PartnersMenu>();
    }

    /// <inheritdoc/>
    public override void MapApi(IEndpointRouteBuilder api) => PartnersApi.Map(api);

    /// <inheritdoc/>
    public override async Task SeedDemonstration(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<PartnersDbContext>();
        if (await db.Partners.AnyAsync(ct))
            return;
        new DemonstrationPartners(db, services.GetRequiredService<TimeProvider>().GetUtcNow()).Add();
        await db.SaveChangesAsync(ct);
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>The kernel's own tables, registered like a module's.</summary>
internal sealed class PlatformModule : Module
{
    public override string Name => PlatformDbContext.Name;

    public override IReadOnlyDictionary<string, Role[]> Permissions => PlatformPermissions.All;

    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<PlatformDbContext>();
        builder.Services.AddScoped<IMenu, PlatformMenu>();
        builder.Every(TimeSpan.FromHours(1), "purge-plumbing", () => new PurgePlumbing());
    }
}

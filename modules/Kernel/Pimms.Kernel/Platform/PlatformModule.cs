namespace Pimms.Kernel;

/// <summary>The kernel's own tables, registered like a module's.</summary>
internal sealed class PlatformModule : Module
{
    public override string Name => PlatformDbContext.Name;

    public override IReadOnlyDictionary<string, Role[]> Permissions { get; } = new Dictionary<string, Role[]>();

    public override void AddServices(ModuleBuilder builder) => builder.AddModuleDbContext<PlatformDbContext>();
}

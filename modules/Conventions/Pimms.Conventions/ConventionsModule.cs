using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Conventions;

/// <summary>The module, as the host knows it.</summary>
public sealed class ConventionsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "conventions";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => ConventionsPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Partners;

/// <summary>The module, as the host knows it.</summary>
public sealed class PartnersModule : Module
{
    /// <inheritdoc/>
    public override string Name => "partners";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => PartnersPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
    }
}

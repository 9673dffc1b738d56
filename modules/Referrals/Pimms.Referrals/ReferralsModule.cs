using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Referrals;

/// <summary>The module, as the host knows it.</summary>
public sealed class ReferralsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "referrals";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => ReferralsPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
    }
}

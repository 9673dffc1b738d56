using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Users;

/// <summary>The module, as the host knows it.</summary>
public sealed class UsersModule : Module
{
    /// <inheritdoc/>
    public override string Name => "users";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => UsersPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
    }
}

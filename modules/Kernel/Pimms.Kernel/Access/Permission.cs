using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Pimms.Kernel;

/// <summary>States which permission a page needs. Every page and endpoint states one, or says <see cref="OpenToAllAttribute"/>.</summary>
/// <param name="name">One of the module's <c>…Permissions</c> constants.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionAttribute(string name) : Attribute, IAuthorizeData, IPermissionMetadata
{
    /// <inheritdoc/>
    public string Name => name;

    string? IAuthorizeData.Policy { get => PermissionPolicies.Prefix + name; set { } }

    string? IAuthorizeData.Roles { get; set; }

    string? IAuthorizeData.AuthenticationSchemes { get; set; }
}

/// <summary>States that a page or endpoint is meant for people who are not signed in, and why.</summary>
/// <param name="why">One sentence for the reader of the code.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute, IAllowAnonymous
{
    /// <summary>Why nobody needs to sign in for it.</summary>
    public string Why => why;
}

/// <summary>The permission an endpoint was declared with, readable from its metadata.</summary>
public interface IPermissionMetadata
{
    /// <summary>The permission's name, for example <c>referrals.answer</c>.</summary>
    string Name { get; }
}

/// <summary>Who holds which permission: the union of what the modules declare.</summary>
public sealed class PermissionTable(IEnumerable<Module> modules)
{
    private readonly Dictionary<string, Role[]> roles = modules.SelectMany(module => module.Permissions).ToDictionary();

    /// <summary>All permissions' names.</summary>
    public IReadOnlyCollection<string> Names => roles.Keys;

    /// <summary>The roles that hold a permission.</summary>
    /// <exception cref="KeyNotFoundException">No module declares it.</exception>
    public IReadOnlyList<Role> RolesOf(string permission) => roles[permission];

    /// <summary>Whether the user's role holds the permission.</summary>
    public bool Allows(CurrentUser user, string permission) => user.Role is { } role && roles[permission].Contains(role);
}

internal static class PermissionPolicies
{
    public const string Prefix = "permission:";
}

/// <summary>Declares permissions on HTTP endpoints.</summary>
public static class PermissionConventions
{
    /// <summary>The endpoint needs this permission.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new PermissionAttribute(permission));
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>Turns <c>permission:referrals.answer</c> into a policy, so that no list of policies is written twice.</summary>
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(PermissionPolicies.Prefix, StringComparison.Ordinal)
            ? Task.FromResult<AuthorizationPolicy?>(new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(policyName[PermissionPolicies.Prefix.Length..]))
                .Build())
            : base.GetPolicyAsync(policyName);
}

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(Caller caller, PermissionTable permissions) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (permissions.Allows(caller.User, requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

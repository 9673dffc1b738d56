using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Users;

/// <summary>People on the API.</summary>
internal static class UsersApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/me", (CurrentUser user) => TypedResults.Ok(new Me(user.Id, user.Name, user.Role!.Value, user.SiteIds, user.PartnerId, user.UnitIds)))
            .Needs(UsersPermissions.ReadOwnProfile);
}

/// <summary>Who the caller is to the platform, and within which bounds.</summary>
internal sealed record Me(Guid UserId, string Name, Role Role, IReadOnlyList<Guid> SiteIds, Guid? PartnerId, IReadOnlyList<Guid> UnitIds);

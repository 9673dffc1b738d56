using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

internal static class ReferralsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
    }
}

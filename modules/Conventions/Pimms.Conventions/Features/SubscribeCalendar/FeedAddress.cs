using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Conventions;

/// <summary>Where calendar programs read: an address of its own, because they cannot sign in.</summary>
internal static class FeedAddress
{
    public static string Of(Guid feedId, string secret) => $"/calendar/feeds/{feedId}/{secret}.ics";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/calendar/feeds/{feed:guid}/{secret}.ics", Answer)
        .WithMetadata(new OpenToAllAttribute("Calendar programs cannot sign in: the address itself is the secret, and holds no personal data."), new AskedWithoutAccountAttribute())
        .ExcludeFromDescription();

    private static async Task<IResult> Answer(HttpContext http, Guid feed, string secret, CancellationToken ct)
    {
        // A scope of its own: whoever's browser this is, it is read as background work.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        (caller.User, caller.Source) = (CurrentUser.System("conventions.calendar-feed"), "feed");
        var read = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReadFeed(feed, secret, http.RequestServices.GetRequiredService<PublicAddress>().Uri), ct);
        return read.TryGet(out var calendar) ? TypedResults.Text(calendar, "text/calendar; charset=utf-8") : TypedResults.NotFound();
    }
}

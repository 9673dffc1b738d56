using Microsoft.AspNetCore.Http;

namespace Pimms.Conventions;

/// <summary>Pages that do something with one convention: they show it as it stands, and lead back to it when there is nothing to do.</summary>
internal static class ActPages
{
    public static async Task<IActionResult> ShowAct(this PageModel page, IMediator mediator, Guid id, ConventionMove move, Action<ConventionView> show, CancellationToken ct)
    {
        var result = await mediator.Send(new ConventionDocument(id), ct);
        if (!result.TryGet(out var convention))
            return page.NotFound();
        show(convention);
        // After a refusal the reader has to see why; on the way in there is no form for what cannot be done.
        return !convention.State.Allows(move) && HttpMethods.IsGet(page.Request.Method) ? page.LocalRedirect($"/conventions/{id}") : page.Page();
    }

    /// <summary>Somebody changed it while this was typed.</summary>
    public static bool ChangedMeanwhile(this PageModel page) => page.ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };
}

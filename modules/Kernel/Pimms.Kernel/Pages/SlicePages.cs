using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>Lets a page model bind, send and go on, and decide nothing.</summary>
public static class SlicePages
{
    /// <summary>Shows what a query says; what is refused is not found.</summary>
    /// <param name="page">The page.</param>
    /// <param name="answer">The query under way.</param>
    /// <param name="show">Keeps the value for the view.</param>
    public static async Task<IActionResult> Show<T>(this PageModel page, Task<Result<T>> answer, Action<T> show)
    {
        var result = await answer;
        if (result.Refusal is not null)
            return page.NotFound();
        show(result.Value);
        return page.Page();
    }

    /// <summary>Sends a command and goes to an address; when refused, shows the page again with what was typed and why.</summary>
    /// <param name="page">The page.</param>
    /// <param name="command">The command, as bound under <c>Input</c>.</param>
    /// <param name="then">Where to go when it is done.</param>
    /// <param name="again">What the page does to be shown: usually its own <c>OnGetAsync</c>.</param>
    /// <param name="ct">Cancels the request.</param>
    public static async Task<IActionResult> SendOrShowAgain(this PageModel page, IRequest<Result> command, string then, Func<Task<IActionResult>> again, CancellationToken ct)
    {
        if (!page.ModelState.IsValid)
            return await page.ShowUnread(command, again, ct);
        var result = await page.Mediator().Send(command, ct);
        return result.Refusal is null ? page.LocalRedirect(then) : await page.ShowAgain(result.Refusal, again);
    }

    /// <summary>The same for a command that answers with a value, from which the address is made.</summary>
    public static async Task<IActionResult> SendOrShowAgain<T>(this PageModel page, IRequest<Result<T>> command, Func<T, string> then, Func<Task<IActionResult>> again, CancellationToken ct)
    {
        if (!page.ModelState.IsValid)
            return await page.ShowUnread(command, again, ct);
        var result = await page.Mediator().Send(command, ct);
        return result.Refusal is null ? page.LocalRedirect(then(result.Value)) : await page.ShowAgain(result.Refusal, again);
    }

    /// <summary>Some field could not be read: what the rules say of the others is said at the same time.</summary>
    private static async Task<IActionResult> ShowUnread<T>(this PageModel page, T command, Func<Task<IActionResult>> again, CancellationToken ct) where T : notnull
    {
        var services = page.HttpContext.RequestServices;
        var texts = services.GetRequiredService<Texts>();
        foreach (var error in await services.GetRequiredService<RuleBook>().Broken(command, ct))
        {
            var name = error.Field.Length == 0 ? "" : $"Input.{error.Field}";
            if (page.ModelState.GetFieldValidationState(name) != ModelValidationState.Invalid)
                page.ModelState.AddModelError(name, error.InWords(texts));
        }
        return await page.ShowAgain(null, again);
    }

    /// <summary>Shows the page again with a refusal; null when the fields themselves could not be read.</summary>
    public static async Task<IActionResult> ShowAgain(this PageModel page, Refusal? refusal, Func<Task<IActionResult>> again)
    {
        if (refusal?.Type == RefusalTypes.NotFound)
            return page.NotFound();
        var texts = page.HttpContext.RequestServices.GetRequiredService<Texts>();
        foreach (var error in refusal?.Errors ?? [])
            page.ModelState.AddModelError(error.Field.Length == 0 ? "" : $"Input.{error.Field}", error.InWords(texts));
        page.ViewData["Refusal"] = refusal;

        var shown = await again();
        page.Response.StatusCode = refusal is null or { Type: RefusalTypes.Validation } ? 422 : refusal.Status;
        return shown;
    }

    private static IMediator Mediator(this PageModel page) => page.HttpContext.RequestServices.GetRequiredService<IMediator>();
}

using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <summary>The script that shows how far an upload is asks for words instead of a page, so that nothing chosen is lost.</summary>
internal static class UploadInWords
{
    private const string Wanted = "X-In-Words";

    /// <summary>The page's answer; for the script, where to go next, or why not.</summary>
    public static IActionResult InWords(this PageModel page, IActionResult answer, string there, Texts texts)
    {
        if (!page.Request.Headers.ContainsKey(Wanted))
            return answer;
        return answer is LocalRedirectResult ? page.Content(there) : new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = Said(page, texts) };
    }

    private static string Said(PageModel page, Texts texts) =>
        string.Join(' ', page.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => texts.Say(error.ErrorMessage)));
}

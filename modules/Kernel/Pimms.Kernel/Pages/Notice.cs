using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Pimms.Kernel;

/// <summary>What was just done, said on the page that follows.</summary>
public static class Notice
{
    private const string Kept = "Notice";

    /// <summary>Says it once, on top of the next page.</summary>
    /// <param name="page">The page that did it.</param>
    /// <param name="key">A text key.</param>
    /// <param name="args">What the text's places are filled with; no personal data, it travels in a cookie.</param>
    public static void Notify(this PageModel page, string key, params string[] args) => page.TempData[Kept] = JsonSerializer.Serialize<string[]>([key, .. args]);

    /// <summary>Says it only when the sending led on to another page: it follows <c>SendOrShowAgain</c>.</summary>
    public static async Task<IActionResult> ThenNotify(this Task<IActionResult> sending, PageModel page, string key, params string[] args)
    {
        var answer = await sending;
        if (answer is LocalRedirectResult)
            page.Notify(key, args);
        return answer;
    }

    /// <summary>What there is to say, in words; null when nothing.</summary>
    public static string? Read(ViewContext view, Texts texts)
    {
        // Looking into what is kept has a cookie written on every answer: look only where there is one.
        if (!view.HttpContext.Request.Cookies.ContainsKey(CookieTempDataProvider.CookieName))
            return null;
        return view.TempData[Kept] is string said && JsonSerializer.Deserialize<string[]>(said) is [var key, .. var args] ? texts[key, [.. args]] : null;
    }
}

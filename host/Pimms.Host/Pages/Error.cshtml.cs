using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What went wrong in plain words, and the way back. Everything that is not there, not allowed or broken ends here.</summary>
[OpenToAll("Errors happen to everybody."), IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPage(Texts texts) : PageModel
{
    private int code = 500;

    /// <summary>What to say to support; only where something broke.</summary>
    public string? Trace => code >= 500 ? HttpContext.TraceIdentifier : null;

    /// <summary>The sign-in was right, but the platform does not let this person in: the way on is another account.</summary>
    public bool NotAdmitted => code == 403 && Kernel.NotAdmitted.WasRefused(HttpContext);

    public string Say(string part) => UnfitText.In(HttpContext) is not null ? texts[$"Error.UnfitText.{part}"] : NotAdmitted ? texts[$"Error.NotAdmitted.{part}"] : texts.Has($"Error.{code}.{part}") ? texts[$"Error.{code}.{part}"] : texts[$"Error.{(code < 500 ? 400 : 500)}.{part}"];

    public void OnGet(int code)
    {
        this.code = code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = this.code;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

[OpenToAll("Whoever could not sign in is not signed in.")]
[ResponseCache(NoStore = true)]
internal sealed class SignInFailedPage : PageModel
{
    /// <summary>One of <see cref="SignInFailures"/>; anything else in the address is the unknown reason.</summary>
    public string Why { get; private set; } = SignInFailures.Unknown;

    public void OnGet(string? why) => Why = why is SignInFailures.Denied or SignInFailures.Stale or SignInFailures.Unreachable ? why : SignInFailures.Unknown;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

[OpenToAll("Who is not signed in is sent to the sign-in.")]
internal sealed class IndexPage(CurrentUser user) : PageModel
{
    /// <summary>Everybody begins with what waits for them.</summary>
    public IActionResult OnGet() => user.Role switch
    {
        Role.Administrator => LocalRedirect("/conventions"),
        not null => LocalRedirect("/referrals"),
        // Signed in at the issuer, but not let in here: challenging again would go round in circles.
        null => User.Identity?.IsAuthenticated == true ? Forbid() : Challenge(),
    };
}

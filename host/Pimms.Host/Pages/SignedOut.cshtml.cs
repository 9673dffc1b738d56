using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

[OpenToAll("Whoever signed out is not signed in.")]
[ResponseCache(NoStore = true)]
internal sealed class SignedOutPage : PageModel;

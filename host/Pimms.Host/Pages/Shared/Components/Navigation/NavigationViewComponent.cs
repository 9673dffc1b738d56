using Microsoft.AspNetCore.Mvc;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>The header's navigation: what each module offers to this user, in one order.</summary>
[ViewComponent(Name = "Navigation")]
public sealed class NavigationViewComponent(Menus menus) : ViewComponent
{
    /// <summary>Shows what the modules answered.</summary>
    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Pages/Shared/Components/Navigation/Default.cshtml", await menus.Items(HttpContext.RequestAborted));
}

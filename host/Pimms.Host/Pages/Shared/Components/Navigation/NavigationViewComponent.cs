using Microsoft.AspNetCore.Mvc;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>The header's navigation: what each module offers to this user, in one order.</summary>
[ViewComponent(Name = "Navigation")]
public sealed class NavigationViewComponent(IEnumerable<IMenu> menus, CurrentUser user) : ViewComponent
{
    /// <summary>Asks each module.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var items = new List<MenuItem>();
        foreach (var menu in menus)
            items.AddRange(await menu.ItemsFor(user, HttpContext.RequestAborted));
        return View("/Pages/Shared/Components/Navigation/Default.cshtml", items.OrderBy(item => item.Order).ToList());
    }
}

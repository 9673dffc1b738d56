namespace Pimms.Kernel;

/// <summary>The user's menu, asked of the modules once per request.</summary>
public sealed class Menus(IEnumerable<IMenu> menus, CurrentUser user)
{
    private IReadOnlyList<MenuItem>? items;

    /// <summary>In order; empty when nobody is signed in.</summary>
    public async Task<IReadOnlyList<MenuItem>> Items(CancellationToken ct)
    {
        if (items is not null)
            return items;
        var found = new List<MenuItem>();
        if (user.IsPerson)
        {
            foreach (var menu in menus)
                found.AddRange(await menu.ItemsFor(user, ct));
        }
        return items = [.. found.OrderBy(item => item.Order)];
    }
}

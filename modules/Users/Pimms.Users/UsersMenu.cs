using Microsoft.Extensions.Hosting;

namespace Pimms.Users;

internal sealed class UsersMenu(PermissionTable permissions, IHostEnvironment environment) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct)
    {
        List<MenuItem> items = [];
        if (permissions.Allows(user, UsersPermissions.ReadPeople))
            items.Add(new MenuItem("People.Title", "/people", 40));
        if (permissions.Allows(user, UsersPermissions.ManagePosts))
            items.Add(new MenuItem("Posts.Title", "/posts", 45));
        if (environment.IsDevelopment() && permissions.Allows(user, UsersPermissions.ReadMails))
            items.Add(new MenuItem("Mails.Title", "/mails", 90));
        return Task.FromResult<IReadOnlyList<MenuItem>>(items);
    }
}

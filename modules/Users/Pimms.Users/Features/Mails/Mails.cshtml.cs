using Microsoft.Extensions.Hosting;

namespace Pimms.Users;

[Permission(UsersPermissions.ReadMails)]
internal sealed class MailsPage(IMediator mediator, IHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public MailList List { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        environment.IsDevelopment() ? await this.Show(mediator.Send(new Mails(After), ct), list => List = list) : NotFound();
}

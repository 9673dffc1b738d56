namespace Pimms.Users;

[Permission(UsersPermissions.ManagePeople)]
internal sealed class InvitePersonPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public InvitePerson Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "partner")]
    public Guid? Partner { get; set; }

    public InvitationChoices Choices { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new ChoicesToInvite(Partner), ct), choices =>
    {
        Choices = choices;
        if (choices.Roles is [var only])
            Input = Input with { Role = only };
    });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await this.SendOrShowAgain(Input with { PartnerId = Partner }, then: id => $"/people/{id}", again: () => OnGetAsync(ct), ct);
        if (answer is LocalRedirectResult)
            this.Notify("InvitePerson.Done");
        return answer;
    }
}

namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class RequestInformationPage(IMediator mediator) : ReplyPage(mediator)
{
    [BindProperty]
    public RequestInformation Input { get; set; } = new(default, 0, null, null);

    /// <summary>Lines to write in; empty ones are left out.</summary>
    public static int Lines => 5;

    /// <summary>What is wrong with the list as a whole.</summary>
    public string? ListError => ModelState["Input.Items"]?.Errors.FirstOrDefault()?.ErrorMessage;

    protected override Move? Move => Referrals.Move.RequestInformation;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "RequestInformation.Done", ct);

    protected override void Write(string text) => Input = Input with { Text = text };
}

namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class ReadReceiptPage(IMediator mediator, PublicAddress address) : PageModel
{
    public ReceiptView View { get; private set; } = default!;

    public PrintLanguage Language { get; private set; } = PrintLanguage.All[0];

    /// <summary>Where the person follows its case, with the code and the language for whoever scans it.</summary>
    public string Address => $"{address.Value}/suivi";

    public QrCode? Qr => View.Code is { } code ? QrCode.Of($"{Address}?code={ReceiptCode.Grouped(code)}&language={Language.Code}") : null;

    public Task<IActionResult> OnGetAsync(Guid id, [FromQuery] string? code, [FromQuery] string? language, CancellationToken ct) => this.Show(mediator.Send(new ReadReceipt(id, code), ct), view =>
    {
        View = view;
        Language = PrintLanguage.Of(language ?? view.Case.Beneficiary.PreferredLanguage);
    });
}

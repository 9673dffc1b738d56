namespace Pimms.Referrals;

/// <summary>Chosen with a form that asks with GET, shown below it as it will be printed: nothing is kept.</summary>
[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class PrintMandatePage(IMediator mediator, Dates dates) : PageModel
{
    public MandateSheet Sheet { get; private set; } = default!;

    public PrintLanguage Language { get; private set; } = PrintLanguage.Of(null);

    public IReadOnlyList<Guid> PartnerIds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] Guid[] partner, [FromQuery] ConsentCategory[] category, DateOnly? until, string? language, CancellationToken ct)
    {
        var (first, last) = (dates.Today, dates.Today.AddYears(2));
        var day = until is { } asked && asked >= first && asked <= last ? asked : first.AddYears(1);
        PartnerIds = partner;
        var shown = await this.Show(mediator.Send(new PrintMandate(id, partner, category is { Length: > 0 } ? [.. category.Where(Enum.IsDefined)] : ConsentCategories.All, day), ct), sheet => Sheet = sheet);
        Language = PrintLanguage.Of(language ?? Sheet?.PreferredLanguage);
        return shown;
    }
}

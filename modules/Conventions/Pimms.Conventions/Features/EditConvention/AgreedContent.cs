namespace Pimms.Conventions;

/// <summary>What a form of a convention starts from: what holds today.</summary>
internal static class AgreedContent
{
    private const int Rows = 4;

    public static T Of<T>(ConventionView view, PartnerDetails partner) where T : ConventionContent, new()
    {
        var terms = view.Current;
        return new T
        {
            Reference = terms.Reference,
            Title = terms.Title,
            Purpose = terms.Purpose,
            StartsOn = view.StartsOn,
            EndsOn = view.EndsOn,
            Renewal = new() { Months = view.RenewalMonths, NoticeMonths = view.NoticeMonths },
            Communes = [string.Join('\n', view.TerritoryWritten)],
            Procedures = BlankContent.Procedures(partner, terms.Commitments),
            DisclosedFields = BlankContent.Fields(terms.Disclosed),
            LegalBasis = terms.LegalBasis,
            RetentionMonths = terms.RetentionMonths,
            NirAllowed = terms.NirAllowed,
            Contribution = WithRows(terms.Contribution is { } agreed
                ? new() { YearlyAmount = agreed.YearlyAmount, Instalments = [.. agreed.Instalments.Select(one => new InstalmentContent { DueOn = one.DueOn, Amount = one.Amount })] }
                : null),
            Referents = view.NamedReferents,
        };
    }

    /// <summary>As many instalments as the page has room for; a browser may send fewer rows back than it was shown.</summary>
    public static ContributionContent WithRows(ContributionContent? content)
    {
        content ??= new();
        return content with { Instalments = [.. content.Instalments, .. Enumerable.Repeat(new InstalmentContent(), Math.Max(0, Rows - content.Instalments.Count))] };
    }

    /// <summary>What the fields of a content choose from.</summary>
    public static async Task<IActionResult> ShowContent(this PageModel page, IMediator mediator, Guid partnerId, CancellationToken ct)
    {
        var people = await mediator.Send(new PeopleToName(partnerId), ct);
        return await page.Show(mediator.Send(new DraftChoices(partnerId), ct), choices =>
        {
            page.ViewData["Partner"] = choices.Partner;
            page.ViewData["People"] = people.Value;
        });
    }
}

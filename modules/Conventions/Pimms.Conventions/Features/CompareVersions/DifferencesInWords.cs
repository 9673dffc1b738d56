namespace Pimms.Conventions;

/// <summary>Something that is not the same in two versions.</summary>
internal sealed record Difference(string What, string Before, string After);

/// <summary>What changes from one version to another, for people: every term that a convention has, in the order it is written.</summary>
internal sealed class DifferencesInWords(Texts text, Dates dates, ICommuneDirectory communes)
{
    public async Task<IReadOnlyList<Difference>> Between(TermsView before, TermsView after, CancellationToken ct)
    {
        var all = new List<Difference>
        {
            new(text["Convention.Title"], before.Title, after.Title),
            new(text["Convention.Purpose"], before.Purpose, after.Purpose),
            new(text["Convention.EndsOn"], dates.Full(before.EndsOn), dates.Full(after.EndsOn)),
            new(text["Convention.Renewal"], Renewal(before), Renewal(after)),
            new(text["Convention.Communes"], await Territory(before, ct), await Territory(after, ct)),
        };
        all.AddRange(Procedures(before, after).Concat(Fields(before, after)));
        all.Add(new(text["Convention.LegalBasis"], before.LegalBasis, after.LegalBasis));
        all.Add(new(text["Convention.RetentionMonths"], text.Count("Convention.Months", before.RetentionMonths), text.Count("Convention.Months", after.RetentionMonths)));
        all.Add(new(text["ConventionDocument.Nir"], Nir(before), Nir(after)));
        all.Add(new(text["Convention.Section.Contribution"], Contribution(before), Contribution(after)));
        return [.. all.Where(one => one.Before != one.After)];
    }

    /// <summary>Renewal as a sentence.</summary>
    public string Renewal(TermsView terms) => terms is { RenewalMonths: { } months, NoticeMonths: { } notice }
        ? text["Convention.RenewalSaid", text.Count("Convention.Months", months), text.Count("Convention.Months", notice)]
        : text["Convention.RenewalNone"];

    /// <summary>A promise as a sentence.</summary>
    public string Promise(CommitmentLine? one) => one is null ? text["Convention.NotCovered"] : string.Join(", ",
        ((string[])[
            text["Convention.PromiseSaid", text.Count("Convention.WorkingDays", one.AcknowledgeWithinDays), text.Count("Convention.WorkingDays", one.AnswerWithinDays), text.Count("Convention.Days", one.ExpiryDays)],
            one.MonthlyCap is { } cap ? text["Convention.CapSaid", cap] : "",
        ]).Where(part => part.Length > 0));

    /// <summary>A contribution as a sentence.</summary>
    public string Contribution(TermsView terms) => terms.Contribution is not { } agreed ? text["Convention.ContributionNone"] : string.Join(" : ",
        ((string[])[
            text["Convention.ContributionSaid", text.Euros(agreed.YearlyAmount)],
            string.Join(", ", agreed.Instalments.Select(one => text["Convention.InstalmentSaid", text.Euros(one.Amount), one.DueOn])),
        ]).Where(part => part.Length > 0));

    private IEnumerable<Difference> Procedures(TermsView before, TermsView after) =>
        from known in before.Commitments.Concat(after.Commitments).DistinctBy(one => one.ProcedureId)
        select new Difference(known.ProcedureTitle, Promise(before.Commitments.FirstOrDefault(one => one.ProcedureId == known.ProcedureId)), Promise(after.Commitments.FirstOrDefault(one => one.ProcedureId == known.ProcedureId)));

    private IEnumerable<Difference> Fields(TermsView before, TermsView after) =>
        from field in Enum.GetValues<BeneficiaryField>()
        select new Difference(text["Convention.FieldSeen", text.Of(field)], When(before, field), When(after, field));

    private string When(TermsView terms, BeneficiaryField field) =>
        terms.Disclosed.FirstOrDefault(one => one.Field == field) is { } disclosed ? text[$"Convention.When.{disclosed.When}"] : text["Convention.WhenNever"];

    private string Nir(TermsView terms) => text[terms.NirAllowed ? "ConventionDocument.NirAllowed" : "ConventionDocument.NirRefused"];

    private async Task<string> Territory(TermsView terms, CancellationToken ct) =>
        terms.Communes.Length == 0 ? text["ConventionDocument.Everywhere"] : string.Join(", ", await Conventions.Territory.Names(communes, terms.Communes, written: false, ct));
}

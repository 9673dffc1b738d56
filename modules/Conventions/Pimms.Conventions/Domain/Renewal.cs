namespace Pimms.Conventions;

/// <summary>Tacit renewal: at its end a term is followed by another one, unless notice is given in time.</summary>
/// <param name="Months">How long each further term lasts, 1 to 60.</param>
/// <param name="NoticeMonths">Whole months that must lie between the notice and the end of the term, 1 up to <paramref name="Months"/>.</param>
internal sealed record Renewal(int Months, int NoticeMonths)
{
    /// <summary>The last day to give notice for a term that ends then: whole months remain after it.</summary>
    public DateOnly NoticeBy(DateOnly termEndsOn) => termEndsOn.AddDays(1).AddMonths(-NoticeMonths).AddDays(-1);

    /// <summary>The last day of the term after so many renewals. Counted from the end that was written, not from the term before: short months would otherwise shorten all that follow.</summary>
    public DateOnly EndAfter(DateOnly agreedEndsOn, int renewals) => agreedEndsOn.AddDays(1).AddMonths(Months * renewals).AddDays(-1);
}

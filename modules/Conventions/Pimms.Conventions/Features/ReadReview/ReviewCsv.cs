using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Pimms.Conventions;

/// <summary>A review for spreadsheets: one figure per line, under the words of the page. Semicolons and a byte-order mark, as spreadsheets in French expect.</summary>
internal static class ReviewCsv
{
    public static byte[] Of(ReviewView review, Texts texts)
    {
        using var written = new MemoryStream();
        using (var writer = new StreamWriter(written, new UTF8Encoding(true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(Texts.Language) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" }))
        {
            Line(csv, texts["ReviewCsv.Section"], texts["ReviewCsv.What"], texts["ReviewCsv.Value"]);
            foreach (var (section, what, value) in Figures(review, texts))
                Line(csv, section, what, value);
        }
        return written.ToArray();
    }

    private static IEnumerable<(string Section, string What, string Value)> Figures(ReviewView review, Texts texts)
    {
        var flow = review.Figures.Flow;
        var about = texts["ReviewCsv.About"];
        yield return (about, texts["ConventionReviews.Number"], review.Name);
        yield return (about, texts["ConventionList.Convention"], $"{review.Convention.Reference}, {review.Convention.PartnerName}");
        yield return (about, texts["OpenReview.FromDay"], review.FromDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return (about, texts["OpenReview.ToDay"], review.ToDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return (about, texts["Review.Sent"], texts.Few(flow.Sent));
        foreach (var volume in flow.Months.GroupBy(volume => volume.Month))
            yield return (texts["Review.ByMonth"], volume.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), texts.Few(volume.Sum()));
        foreach (var line in Kept(texts["Review.AllProcedures"], flow.Acknowledgement, flow.Answer, texts).Concat(flow.Procedures.SelectMany(part => Kept(part.Title, part.Acknowledgement, part.Answer, texts).Prepend((part.Title, texts["Review.Sent"], texts.Few(part.Sent))))))
            yield return line;
        yield return (texts["Review.Elapsed"], texts["Review.Median"], texts.DaysOf(flow.Elapsed.Median, flow.Elapsed.Count));
        yield return (texts["Review.Elapsed"], texts["Review.Ninth"], texts.DaysOf(flow.Elapsed.Ninth, flow.Elapsed.Count));
        yield return (texts["Review.Owed"], texts["OwedBy.Partner"], texts.Few(flow.Owed.Partner));
        yield return (texts["Review.Owed"], texts["OwedBy.Association"], texts.Few(flow.Owed.Association));
        yield return (texts["Review.Owed"], texts["OwedBy.Beneficiary"], texts.Few(flow.Owed.Beneficiary));
        yield return (texts["Review.Owed"], texts["OwedBy.ThirdParty"], texts.Few(flow.Owed.ThirdParty));
        foreach (var (section, family, counts) in ((string, string, IReadOnlyList<CodeCount>)[])[(texts["Review.Endings"], "ReviewEnding", flow.Endings), (texts["Review.Outcomes"], "Outcome", flow.Outcomes), (texts["Review.Declines"], "DeclineReason", flow.Declines), (texts["Review.Verified"], "VerifiedResult", flow.Verified)])
        {
            foreach (var count in counts)
                yield return (section, texts[$"{family}.{count.Code}"], texts.Few(count.Count));
        }
        yield return (texts["Review.Euros"], texts["Review.EurosSum"], flow.Euros is { } sum ? sum.ToString("0.00", Texts.Language) : texts["Review.Few"]);
        foreach (var cap in review.Figures.Caps)
            yield return (texts["Review.Caps"], cap.ProcedureTitle, cap.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(string, string, string)> Kept(string section, PromiseKept acknowledgement, PromiseKept answer, Texts texts)
    {
        foreach (var (name, kept) in ((string, PromiseKept)[])[(texts["Review.Acknowledgement"], acknowledgement), (texts["Review.Answer"], answer)])
        {
            yield return (section, $"{name}, {texts["Review.Judged"]}", texts.Few(kept.Judged));
            yield return (section, $"{name}, {texts["Review.InTime"]}", texts.Few(kept.InTime));
            yield return (section, $"{name}, {texts["Review.Median"]}", texts.DaysOf(kept.Days.Median, kept.Days.Count));
            yield return (section, $"{name}, {texts["Review.Ninth"]}", texts.DaysOf(kept.Days.Ninth, kept.Days.Count));
        }
    }

    private static void Line(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}

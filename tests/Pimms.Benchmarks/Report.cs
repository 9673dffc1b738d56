using System.Globalization;

namespace Pimms.Benchmarks;

/// <summary>Every figure beside the yardstick of the same round, the median of the rounds, and beside it the goal where there is one.</summary>
internal sealed class Report
{
    public const string Inbox = "inbox page";
    private const double InboxRatio = 0.25;
    private const double InboxGrowth = 1.3;
    private const double ChannelMilliseconds = 1;
    private readonly List<Round> rounds = [];

    /// <summary>What <see cref="ChannelAnswer"/> measured.</summary>
    public (Figures Bare, Figures Asked) Channel { get; set; }

    public void Add(int size, string what, Figures bare, Figures measured)
    {
        rounds.Add(new(size, what, bare, measured));
        Console.Error.WriteLine(Line($"{size,9:N0}  {what,-14} bare {bare.PerSecond,8:N0}/s   {measured.PerSecond,8:N0}/s   p95 {measured.P95:N2} ms"));
    }

    public void Print()
    {
        Console.WriteLine("referrals  what            per second  median ms     p95 ms   of the bare endpoint's requests per second (min-max)");
        foreach (var group in rounds.GroupBy(round => (round.Size, round.What)))
        {
            var ratios = group.Select(round => round.Measured.PerSecond / round.Bare.PerSecond).Order().ToList();
            Console.WriteLine(Line(
                $"{group.Key.Size,9:N0}  {group.Key.What,-14} {Middle(group.Select(round => round.Measured.PerSecond)),11:N0} {Middle(group.Select(round => round.Measured.Median)),10:N2} {Middle(group.Select(round => round.Measured.P95)),10:N2}   {Middle(ratios):N3} ({ratios[0]:N3}-{ratios[^1]:N3})")
                + (group.Key.What == Inbox ? Goal("at least", InboxRatio, Middle(ratios) >= InboxRatio) : ""));
        }
        foreach (var sizes in rounds.GroupBy(round => round.What).Select(ofOne => ofOne.GroupBy(round => round.Size).OrderBy(group => group.Key).ToList()).Where(sizes => sizes.Count > 1))
            PrintGrowth(sizes[0], sizes[^1]);
        Console.WriteLine(Line(
            $"channel of 10,000 conventions: median {Channel.Asked.Median:N2} ms, p95 {Channel.Asked.P95:N2} ms; {Channel.Asked.Median / Channel.Bare.Median:N1} and {Channel.Asked.P95 / Channel.Bare.P95:N1} times a bare read by id ({Channel.Bare.Median:N2} ms, {Channel.Bare.P95:N2} ms)")
            + Goal("p95 at most", ChannelMilliseconds, Channel.Asked.P95 <= ChannelMilliseconds, " ms"));
    }

    private static void PrintGrowth(IGrouping<int, Round> small, IGrouping<int, Round> large)
    {
        var growth = Middle(large.Select(round => round.Measured.P95)) / Middle(small.Select(round => round.Measured.P95));
        var relative = Middle(large.Select(round => round.Measured.P95 / round.Bare.P95)) / Middle(small.Select(round => round.Measured.P95 / round.Bare.P95));
        var what = small.First().What;
        Console.WriteLine(Line($"{what}: p95 on {large.Key:N0} is {growth:N2} times that on {small.Key:N0} ({relative:N2} times, each in units of the bare endpoint's)")
            + (what == Inbox ? Goal("at most", InboxGrowth, growth <= InboxGrowth) : ""));
    }

    private static string Goal(string bound, double goal, bool met, string unit = "") => Line($"   goal: {bound} {goal}{unit}, {(met ? "met" : "missed")}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Round(int Size, string What, Figures Bare, Figures Measured);
}

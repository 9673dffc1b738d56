using System.Globalization;

namespace Pimms.Benchmarks;

/// <summary>Every figure beside the yardstick of the same round: rounds alternate, and the median of the rounds is said.</summary>
internal sealed class Report
{
    private readonly List<(int Size, string What, Figures Bare, Figures Measured)> rounds = [];

    public void Add(int size, string what, Figures bare, Figures measured)
    {
        rounds.Add((size, what, bare, measured));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9:N0}  {what,-14} bare {bare.PerSecond,8:N0}/s   {measured.PerSecond,8:N0}/s   p95 {measured.P95:N2} ms"));
    }

    public void Print()
    {
        Console.WriteLine("referrals  what            per second  median ms     p95 ms   of the bare endpoint (min-max)");
        foreach (var group in rounds.GroupBy(round => (round.Size, round.What)))
        {
            var ratios = group.Select(round => round.Measured.PerSecond / round.Bare.PerSecond).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Size,9:N0}  {group.Key.What,-14} {Middle(group.Select(round => round.Measured.PerSecond)),11:N0} {Middle(group.Select(round => round.Measured.Median)),10:N2} {Middle(group.Select(round => round.Measured.P95)),10:N2}   {Middle(ratios):N3} ({ratios[0]:N3}-{ratios[^1]:N3})"));
        }
        foreach (var what in rounds.Select(round => round.What).Distinct())
        {
            var sizes = rounds.Where(round => round.What == what).GroupBy(round => round.Size).OrderBy(group => group.Key).ToList();
            if (sizes.Count > 1)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p95 on {sizes[^1].Key:N0} is {Relative(sizes[^1]) / Relative(sizes[0]):N2} times that on {sizes[0].Key:N0}, each in units of the bare endpoint's p95; {Middle(sizes[^1].Select(round => round.Measured.P95)) / Middle(sizes[0].Select(round => round.Measured.P95)):N2} times in milliseconds"));
        }
    }

    private static double Relative(IEnumerable<(int, string, Figures Bare, Figures Measured)> rounds) => Middle(rounds.Select(round => round.Measured.P95 / round.Bare.P95));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

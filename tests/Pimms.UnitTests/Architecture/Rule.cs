namespace Pimms.UnitTests;

internal static class Rule
{
    /// <summary>Fails with every place that breaks the rule.</summary>
    public static void Holds(IEnumerable<string> broken)
    {
        var places = broken.Distinct().Order(StringComparer.Ordinal).ToList();
        if (places.Count > 0)
            Assert.Fail($"{places.Count} places break it:\n  " + string.Join("\n  ", places));
    }
}

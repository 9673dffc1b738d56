namespace Pimms.Referrals;

/// <summary>Long numbers in groups of three, as people read them; on the page the gaps are only seen, so that copying gives the number itself.</summary>
internal static class Digits
{
    public static IEnumerable<string> Grouped(string number)
    {
        if (number.Length < 5 || !number.All(char.IsAsciiDigit))
            return [number];
        var first = number.Length % 3 == 0 ? 3 : number.Length % 3;
        return [number[..first], .. number[first..].Chunk(3).Select(group => new string(group))];
    }
}

namespace Pimms.Conventions;

/// <summary>How many characters a text may have: the validators and the columns agree.</summary>
internal static class Lengths
{
    public const int Reference = 40;
    public const int Title = 200;
    public const int Reason = 1000;
    public const int Paragraphs = 4000;
}

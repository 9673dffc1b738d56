using Pimms.Kernel;

namespace Pimms.DevIdentity;

/// <summary>The picker's own texts: the product's list does not hold those of a part that it never ships.</summary>
internal static class Words
{
    private static readonly Texts All = TextResources.Read([typeof(Words).Assembly]);

    public static string Text(string key) => All[key];
}

using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.IntegrationTests;

/// <summary>What no page may hold, whoever opens it: a tag that only the server understands, or the key of a text that is missing.</summary>
public static partial class PageFaults
{
    private static readonly Assembly[] Written = [.. Host.Modules.All.Select(module => module.Assembly), typeof(FieldTagHelper).Assembly, typeof(Host.Modules).Assembly, typeof(PartialTagHelper).Assembly];
    private static readonly string[] TagNames = [.. OwnNames()];
    private static readonly Regex Tag = new($@"<(?:{string.Join('|', TagNames)})(?=[\s/>])[^>]*>|<[a-z][^<>]*\sasp-[a-z-]+=[^>]*>");

    /// <summary>The names of the tags that are the server's own; those that HTML knows too are not among them.</summary>
    public static IReadOnlyList<string> Names => TagNames;

    /// <summary>Each fault of a page as it came, once.</summary>
    public static IEnumerable<string> In(string source) => Tag.Matches(source).Select(match => $"a tag that only the server understands: {match.Value}")
        .Concat(MissingText().Matches(source).Select(match => $"a text is missing: {match.Value}")).Distinct();

    private static IEnumerable<string> OwnNames()
    {
        using var document = new HtmlParser().ParseDocument("");
        return from assembly in Written
               from type in assembly.GetTypes()
               where type.IsAssignableTo(typeof(ITagHelper))
               from target in type.GetCustomAttributes<HtmlTargetElementAttribute>().Select(attribute => attribute.Tag).DefaultIfEmpty("*").Distinct()
               where target != "*" && document.CreateElement(target) is IHtmlUnknownElement
               select target;
    }

    [GeneratedRegex(@"\[[A-Z]\w+(\.[\w-]+)+\]")]
    private static partial Regex MissingText();
}

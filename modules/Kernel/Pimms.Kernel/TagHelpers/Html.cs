using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.Kernel;

/// <summary>Short words for building tags; everything appended as text is encoded.</summary>
internal static class Html
{
    public static TagBuilder Tag(string name, string? css, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
            tag.AddCssClass(css.Trim());
        if (text is not null)
            tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Link(string href, string? css, string text)
    {
        var link = Tag("a", css, text);
        link.MergeAttribute("href", href);
        return link;
    }

    public static TagBuilder WithId(this TagBuilder tag, string id)
    {
        tag.Attributes["id"] = id;
        return tag;
    }

    public static TagBuilder WithValue(this TagBuilder tag, string value)
    {
        tag.Attributes["value"] = value;
        return tag;
    }

    public static TagBuilder Hidden(this TagBuilder tag)
    {
        tag.Attributes["aria-hidden"] = "true";
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, IHtmlContent content)
    {
        tag.InnerHtml.AppendHtml(content);
        return tag;
    }

    /// <summary>An attribute's value as plain text, to be encoded again where it is written.</summary>
    public static string Written(object value)
    {
        if (value is not IHtmlContent content)
            return value.ToString() ?? "";
        using var text = new StringWriter();
        content.WriteTo(text, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>Classes of ours before those that the page wrote.</summary>
    public static void AddCss(this TagHelperOutput output, string css) =>
        output.Attributes.SetAttribute("class", output.Attributes["class"] is { } written ? $"{css} {Written(written.Value)}" : css);
}

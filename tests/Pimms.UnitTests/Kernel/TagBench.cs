using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Pimms.UnitTests;

/// <summary>Runs one tag helper and reads back what a browser would see.</summary>
internal sealed class TagBench
{
    private readonly Texts texts = TextResources.Read([typeof(TagBench).Assembly]);
    private readonly ViewContext view;

    public TagBench() => view = new ViewContext
    {
        HttpContext = new DefaultHttpContext(),
        ViewData = new ViewDataDictionary<SamplePage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
    };

    public ModelStateDictionary State => view.ModelState;

    public TagBench Wrong(string field, string message)
    {
        State.AddModelError(field, message);
        return this;
    }

    public IElement Field(Asked asked) => Run(new FieldTagHelper(texts)
    {
        Name = asked.Name,
        Label = asked.Label,
        Hint = asked.Hint,
        As = asked.As,
        Value = asked.Value,
        Options = asked.Options,
        ViewContext = view,
    });

    public IElement Summary() => Run(new ErrorSummaryTagHelper(texts) { ViewContext = view });

    private static IElement Run(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(html.ToString()).Body!.FirstElementChild!;
    }

    internal sealed record Asked
    {
        public required string Name { get; init; }

        public required string Label { get; init; }

        public string? Hint { get; init; }

        public string? As { get; init; }

        public object? Value { get; init; }

        public IEnumerable<Choice>? Options { get; init; }
    }
}

internal sealed record SamplePage(Sample Input);

internal sealed record Sample(string Subject, IReadOnlyList<SampleItem> Items);

internal sealed record SampleItem(string Label);

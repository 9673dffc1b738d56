using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pimms.IntegrationTests;

/// <summary>What a form holds as it stands.</summary>
internal static class FormData
{
    public static IEnumerable<(string Name, string Value)> Of(IHtmlFormElement form, IElement? pressed)
    {
        foreach (var field in form.Elements.Where(field => field.GetAttribute("name") is { Length: > 0 } && !field.HasAttribute("disabled")))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlInputElement input)
            {
                if (input.Type is "checkbox" or "radio" ? input.IsChecked : input.Type is not ("submit" or "button" or "image" or "file"))
                    yield return (name, input.Value);
            }
            else if (field is IHtmlTextAreaElement area)
                yield return (name, area.Value);
            else if (field is IHtmlSelectElement select)
            {
                foreach (var option in select.Options.Where(option => option.IsSelected))
                    yield return (name, option.Value);
            }
        }
        if (pressed?.GetAttribute("name") is { Length: > 0 } said)
            yield return (said, pressed.GetAttribute("value") ?? "");
    }
}

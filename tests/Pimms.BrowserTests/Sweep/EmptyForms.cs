using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>Sends forms with everything rubbed out: they must be refused, say so at the fields, and be as good a page as before.</summary>
internal static class EmptyForms
{
    private const string Controls = "main form[method=post] .field input[type=text], main form[method=post] .field textarea";

    /// <summary>Something has to be written here.</summary>
    public static bool Asks(IHtmlDocument page) => page.QuerySelectorAll(Controls).Any(control => control.Closest(".field")!.QuerySelector(".field-optional") is null);

    public static async Task<List<string>> SendEach(Chromium chromium, Platform platform, string? persona, IEnumerable<string> pages)
    {
        var wrong = new List<string>();
        if (persona is null)
            return wrong;
        await using var window = await chromium.Open(platform, persona, width: 320);
        // The style guide's form is a sample: there is nothing behind it that could refuse.
        foreach (var page in pages.Where(page => page != "/style-guide"))
        {
            await window.Go(page);
            await window.Arrive(() => window.Page.EvaluateAsync("""
                controls => {
                  const form = [...document.querySelectorAll(controls)].find(control => !control.closest('.field').querySelector('.field-optional')).form;
                  for (const control of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
                    if (control.type === 'checkbox' || control.type === 'radio') control.checked = false;
                    else control.value = '';
                  }
                  setTimeout(() => form.requestSubmit(form.querySelector('button.btn-primary') ?? form.querySelector('button')));
                }
                """, Controls));
            var faults = window.Status == 422 ? await AtTheFields(window) : [$"was not refused: {window.Status} at {window.Address}"];
            wrong.AddRange(faults.Concat(await window.Inspect()).Select(fault => $"{page}, sent empty: {fault}"));
            await window.Shoot($"{persona} refused {page.Trim('/').Replace('/', '_').Replace('?', '_')}");
        }
        return wrong;
    }

    private static async Task<IEnumerable<string>> AtTheFields(Window window)
    {
        var facts = await window.Page.EvaluateAsync<JsonElement>("""
            () => ({
              focused: document.activeElement?.classList.contains('error-summary') ?? false,
              links: [...document.querySelectorAll('.error-summary a')].map(link => link.getAttribute('href')),
              astray: [...document.querySelectorAll('.error-summary a')].map(link => link.getAttribute('href'))
                .filter(href => {
                  const at = document.getElementById(href.slice(1));
                  // A list as a whole is no control: its heading or group is where it leads.
                  return !at || (at.matches('input, textarea, select') && !(at.getAttribute('aria-invalid') === 'true' && at.closest('.field')?.querySelector('.field-error')));
                }),
              unnamed: [...document.querySelectorAll('.error-summary a')].filter(link => {
                const at = document.getElementById(link.getAttribute('href').slice(1));
                // What is wrong with a list as a whole says of itself what it speaks of.
                if (!at?.matches('input, textarea, select'))
                  return false;
                const field = at.closest('.field');
                const plain = text => text.replace(/[\s\u00a0]+/g, ' ').replace(/[ ?:.]+$/, '').trim();
                const label = field?.querySelector('.field-label, .form-check-label')?.cloneNode(true);
                label?.querySelector('.field-optional')?.remove();
                // Of several fields that are asked together, what they are asked under may be named instead.
                const names = [label, field?.parentElement.closest('fieldset')?.querySelector('legend')].filter(Boolean);
                return names.length > 0 && !names.some(name => plain(link.textContent).startsWith(plain(name.textContent)));
              }).map(link => link.textContent),
              twice: [...document.querySelectorAll('.error-summary li')].map(item => item.textContent).filter((text, at, all) => all.indexOf(text) !== at),
            })
            """);
        var faults = facts.GetProperty("astray").EnumerateArray().Select(href => $"the summary leads to {href}, where no error stands").ToList();
        faults.AddRange(facts.GetProperty("unnamed").EnumerateArray().Select(text => $"the summary says '{text}' without the label of its field"));
        faults.AddRange(facts.GetProperty("twice").EnumerateArray().Select(text => $"the summary says twice '{text}'"));
        if (!facts.GetProperty("focused").GetBoolean())
            faults.Add("the summary has not got the focus");
        if (facts.GetProperty("links").GetArrayLength() == 0)
            faults.Add("the summary leads to no field");
        return faults;
    }
}

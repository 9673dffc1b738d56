namespace Pimms.BrowserTests;

internal static class Tabbing
{
    private const int Patience = 120;

    /// <summary>Presses Tab until the focus is on what the selector means; on the way, every stop must show that it has the focus.</summary>
    public static async Task TabTo(this Window window, string selector)
    {
        for (var pressed = 0; pressed < Patience; pressed++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var stop = await window.Page.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement;
                  if (at === document.body) return '';
                  const style = getComputedStyle(at), box = at.getBoundingClientRect();
                  const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
                  return marked && box.width > 0 ? '' : at.outerHTML.slice(0, 200);
                }
                """);
            Assert.True(stop == "", $"The focus cannot be seen on {stop}");
            if (await window.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        throw new InvalidOperationException($"Tab does not lead to {selector} on {window.Address}.");
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Pimms.BrowserTests;

/// <summary>A browser window and what a person does in it. It keeps what the browser complained of.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>How long a page may take on a machine that has much to do.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Window(IBrowserContext context, IPage page, IServiceProvider services)
    {
        (this.context, Page, Text) = (context, page, services.GetRequiredService<Texts>());
        page.Console += (_, said) => Complain(said);
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, answer) =>
        {
            if (answer.Request.IsNavigationRequest)
                Status = answer.Status;
        };
    }

    public IPage Page { get; }

    public Texts Text { get; }

    /// <summary>The answer of the last page.</summary>
    public int Status { get; private set; }

    /// <summary>Where one is: path and query.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public ILocator Main => Page.Locator("main");

    public async Task SignIn(string persona)
    {
        await Go("/sign-in?returnUrl=/");
        await Follow(Page.Locator($"button[name=persona][value='{persona}']"));
    }

    public async Task Go(string address) => await Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });

    /// <summary>Clicks on what leads to another page, and waits until that is there.</summary>
    public Task Follow(ILocator link) => Arrive(() => link.ClickAsync());

    /// <summary>Presses a button or follows a link of the main part by its words.</summary>
    public Task Press(string words) => Follow(Called(words));

    /// <summary>The first button or link of the main part with these words.</summary>
    public ILocator Called(string words) => Main.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Or(Main.GetByRole(AriaRole.Link, new() { Name = words, Exact = true })).First;

    /// <summary>Does what leads to another page, and waits until that is there.</summary>
    public async Task Arrive(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Done;
        try
        {
            await act();
            await arrived.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            await Shoot("no page came");
            throw new TimeoutException($"No page came after {Page.Url}: {await Page.TitleAsync()}", late);
        }
        finally
        {
            Page.DOMContentLoaded -= Done;
        }
    }

    /// <summary>Writes into the field with this label.</summary>
    public Task Fill(string label, string value) => Main.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    /// <summary>Fills, ticks or chooses in the control of this name.</summary>
    public async Task Give(string name, string value)
    {
        var controls = Main.Locator($"[name='{name}']:not([type=hidden])");
        var control = controls.First;
        var kind = await control.EvaluateAsync<string>("control => control.localName === 'input' ? control.type : control.localName");
        if (kind is "radio" or "checkbox")
            await Main.Locator($"[name='{name}'][value='{value}']:not([type=hidden])").CheckAsync();
        else if (kind == "select")
            await control.SelectOptionAsync(value);
        else
            await control.FillAsync(value);
    }

    /// <summary>What the browser complained of since last asked: errors of scripts, refusals of the content policy.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        string[] taken = [.. complaints];
        complaints.Clear();
        return taken;
    }

    /// <summary>Keeps a picture in the folder that PIMMS_SHOTS names, if it does.</summary>
    public async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("PIMMS_SHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length > 150 ? name[..150] : name)}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Complain(IConsoleMessage said)
    {
        // A browser calls every answer from 400 on an error; which one it is, tests look at themselves.
        if (said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
            complaints.Add($"{said.Type}: {said.Text}");
    }
}

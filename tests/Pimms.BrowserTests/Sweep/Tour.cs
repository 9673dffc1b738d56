using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>A platform that only the sweep looks at and spoils, and its pages.</summary>
public sealed class Tour : IAsyncLifetime
{
    internal Platform Platform { get; private set; } = null!;

    internal IReadOnlyList<PageRoute> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Platform = await Platform.Start(new());
        Routes = await PageRoute.All(Platform.Services);
    }

    public async ValueTask DisposeAsync() => await Platform.DisposeAsync();
}

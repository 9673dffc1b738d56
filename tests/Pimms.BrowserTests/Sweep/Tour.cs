using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>A platform that only the sweep looks at and spoils, and its pages.</summary>
public sealed class Tour : IAsyncLifetime
{
    internal Platform Platform { get; private set; } = null!;

    internal IReadOnlyList<PageRoute> Routes { get; private set; } = [];

    /// <summary>The building blocks of each page that were looked at, as whoever it was: one page looks the same to all who see it so.</summary>
    internal Dictionary<PageRoute, HashSet<string>> LookedAt { get; } = [];

    /// <summary>The pages whose form was sent empty.</summary>
    internal HashSet<PageRoute> SentEmpty { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Platform = await Platform.Start(new());
        Routes = await PageRoute.All(Platform.Services);
    }

    public async ValueTask DisposeAsync() => await Platform.DisposeAsync();
}

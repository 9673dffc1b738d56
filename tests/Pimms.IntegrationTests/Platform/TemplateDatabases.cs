using Microsoft.Extensions.DependencyInjection;
using Pimms.Host;

namespace Pimms.IntegrationTests;

/// <summary>Databases made once for a run, for others to be copies of: migrating takes seconds of a processor, copying a fraction of one.</summary>
internal static class TemplateDatabases
{
    private static readonly Lazy<Task<TestDatabase>> AllMigrated = new(async () =>
    {
        var database = await TestDatabase.Create();
        await using (var app = Platform.Build(database))
            await PrepareDatabase.Check(app, CancellationToken.None);
        return await Close(database);
    });

    private static readonly Lazy<Task<TestDatabase>> WithDemonstration = new(async () =>
    {
        var database = await Migrated();
        await using (var app = Platform.Build(database))
        {
            await app.MakeReady(CancellationToken.None);
            await app.StartAsync();
            // Its own news are told once for all: every copy would be busy with them while it is asked for something else.
            var outbox = app.Services.GetRequiredService<OutboxState>();
            await Patience.Until(async () => (await outbox.Count(CancellationToken.None)).Waiting == 0, seconds: 60);
            await app.StopAsync();
        }
        return await Close(database);
    });

    /// <summary>Every migration is in it, and nothing else.</summary>
    public static async Task<TestDatabase> Migrated() => await (await AllMigrated.Value).Copy();

    /// <summary>With the demonstration association as it was seeded today, and nothing of it under way.</summary>
    public static async Task<TestDatabase> Demonstration() => await (await WithDemonstration.Value).Copy();

    private static async Task<TestDatabase> Close(TestDatabase database)
    {
        await database.Close();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return database;
    }
}

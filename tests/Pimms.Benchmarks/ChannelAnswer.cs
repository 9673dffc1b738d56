using System.Diagnostics;
using Npgsql;
using Pimms.Conventions.Contracts;
using Pimms.Host;
using Pimms.Kernel;

namespace Pimms.Benchmarks;

/// <summary>
/// How fast the channel is answered among 10,000 conventions: ten years of one with each of a thousand partners, the last one open. The real directory is asked,
/// in a scope and a transaction of a mediator's, as a request has them; beside it, what one pays at least: Npgsql reads one convention by its id.
/// </summary>
internal static class ChannelAnswer
{
    private const int Partners = 1000;
    private const int PerPartner = 10;
    private const int Questions = 2000;

    /// <summary>Milliseconds of the yardstick and of the directory, in turns.</summary>
    public static async Task<(Figures Bare, Figures Asked)> Measure(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        await MakeConventions(connection);
        var conventions = (await connection.Rows("select id from conventions.conventions where reference like 'B-%' order by md5(id::text)")).ConvertAll(Guid.Parse);
        var partners = (await connection.Rows("select distinct partner_id from conventions.conventions where reference like 'B-%'")).ConvertAll(Guid.Parse);
        var procedure = Guid.Parse((await connection.Rows($"select procedure_id from conventions.commitments where convention_id = '{Model}' limit 1")).Single());
        var commune = (await connection.Rows($"select communes[1] from conventions.terms where convention_id = '{Model}' limit 1")).Single() is { Length: > 0 } one ? one : null;
        await using var byId = new NpgsqlCommand("select id, partner_id, reference, state, starts_on, ends_on from conventions.conventions where id = $1", connection);
        byId.Parameters.Add(new NpgsqlParameter<Guid>());
        await byId.PrepareAsync();

        var builder = WebApplication.CreateBuilder(["--environment=Development", $"--ConnectionStrings:Pimms={database.AppConnection}", "--Logging:LogLevel:Default=Warning"]);
        builder.AddPlatform();
        await using var app = builder.Build();
        var (bare, asked) = (new List<double>(), new List<double>());
        // The first thousand warm up.
        for (var question = 0; question < 1000 + Questions; question++)
        {
            ((NpgsqlParameter<Guid>)byId.Parameters[0]).TypedValue = conventions[question % conventions.Count];
            bare.Add(await Watch(async () => { await using var row = await byId.ExecuteReaderAsync(); await row.ReadAsync(); }));
            asked.Add(await Ask(app.Services, partners[question % partners.Count], procedure, commune));
        }
        return (Sum(bare.Skip(1000)), Sum(asked.Skip(1000)));
    }

    private static Guid Model { get; } = DemonstrationId.Of("convention:energie");

    private static async Task MakeConventions(NpgsqlConnection connection)
    {
        const string times = "generate_series(1, 1000) p cross join generate_series(0, 9) y";
        (string, string)[] whose = [("partner_id", "md5('partner' || p)::uuid")];
        (string, string)[] key = [("convention_id", "md5('convention' || p || '-' || y)::uuid"), .. whose];
        (string, string) ends = ("ends_on", "model.ends_on - make_interval(years => y)");
        await connection.Execute("set session_replication_role = replica");
        await connection.Copy("conventions.conventions", $"id = '{Model}'", times,
            [("id", key[0].Item2), ("reference", "'B-' || p || '-' || y"), ("starts_on", "model.starts_on - make_interval(years => y)"), ends, ("state", "case when y = 0 then model.state else 'Ended' end"), .. whose]);
        await connection.Copy("conventions.terms", $"convention_id = '{Model}'", times, [.. key, ("effective_on", "model.effective_on - make_interval(years => y)"), ends]);
        await connection.Copy("conventions.commitments", $"convention_id = '{Model}'", times, key);
        await connection.Execute("set session_replication_role = origin");
        foreach (var table in (string[])["conventions", "terms", "commitments"])
            await connection.Execute($"vacuum analyze conventions.{table}");
    }

    private static async Task<double> Ask(IServiceProvider services, Guid partner, Guid procedure, string? commune)
    {
        await using var scope = services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.User = new CurrentUser { Id = DemonstrationId.Of("person:mediator.valdegour"), Name = "", Side = Side.Association, Role = Role.Mediator, SiteIds = [DemonstrationId.Of("site:valdegour")] };
        await using var work = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(caller.User, CancellationToken.None);
        var directory = scope.ServiceProvider.GetRequiredService<IConventionDirectory>();
        Channel channel = null!;
        var taken = await Watch(async () => channel = await directory.Channel(partner, procedure, commune, WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()), CancellationToken.None));
        return channel.Open ? taken : throw new InvalidOperationException($"The channel is closed: {channel.Reason}.");
    }

    private static async Task<double> Watch(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static Figures Sum(IEnumerable<double> taken) => Figures.Of([.. taken], taken.Sum() / 1000);
}

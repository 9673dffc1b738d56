namespace Pimms.Benchmarks;

/// <summary>Measures in rounds that alternate between the yardstick and the host, and between the sizes: a machine that slows down meanwhile slows all of them.</summary>
internal sealed class Measurement(IReadOnlyList<Scene> scenes, TimeSpan duration, Report report)
{
    public const int Rounds = 5;
    public const int Sends = 400;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private const int MostWarmUps = 30;

    public async Task Run()
    {
        foreach (var scene in scenes)
        {
            foreach (var warmUp in (Func<Task>[])[scene.Bare, scene.Inbox, scene.Referral, scene.SignIn])
                await Warm(warmUp);
        }
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var scene in scenes)
            {
                report.Add(scene.Size, Report.Inbox, await Load.Drive(duration, scene.Bare), await Load.Drive(duration, scene.Inbox));
                report.Add(scene.Size, "referral page", await Load.Drive(duration, scene.Bare), await Load.Drive(duration, scene.Referral));
                report.Add(scene.Size, "sign-in", await Load.Drive(duration, scene.Bare), await Load.Drive(duration, scene.SignIn));
                await scene.TakeToken();
                report.Add(scene.Size, "send", await Load.Drive(duration, scene.Bare), await Load.DriveEach([.. scene.Drafts.Skip(round * Sends).Take(Sends)], scene.Send));
            }
        }
    }

    /// <summary>Until it has got no faster three times: the runtime first watches what it runs, then compiles it again, and that takes a busy small machine a minute or two.</summary>
    private static async Task Warm(Func<Task> ask)
    {
        var (fastest, since) = (0d, 0);
        for (var times = 0; times < MostWarmUps && since < 3; times++)
        {
            var reached = (await Load.Drive(WarmUp, ask)).PerSecond;
            since = reached > 1.02 * fastest ? 0 : since + 1;
            fastest = Math.Max(fastest, reached);
        }
    }
}

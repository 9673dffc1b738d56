namespace Pimms.Benchmarks;

/// <summary>Measures in rounds that alternate between the yardstick and the host, and between the sizes: a machine that slows down meanwhile slows all of them.</summary>
internal sealed class Measurement(IReadOnlyList<Scene> scenes, TimeSpan duration, Report report)
{
    public const int Rounds = 5;
    public const int Sends = 400;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public async Task Run()
    {
        foreach (var scene in scenes)
        {
            foreach (var warmUp in (Func<Task>[])[scene.Bare, scene.Inbox, scene.Referral, scene.SignIn])
                await Load.Drive(WarmUp, warmUp);
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
}

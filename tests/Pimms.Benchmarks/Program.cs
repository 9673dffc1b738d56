using Pimms.Benchmarks;

// One program, two parts: "bare <connection> <address>" is the yardstick's process; without it, the measuring one.
if (args is ["bare", var connection, var address])
{
    await BareEndpoint.Serve(connection, address);
    return 0;
}

var sizes = args.Length > 0 ? args[0].Split(',').Select(int.Parse).ToArray() : [10_000, 1_000_000];
var seconds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10;
var report = new Report();
var scenes = new List<Scene>();
try
{
    foreach (var size in sizes)
        scenes.Add(await Scene.Prepare(size, Measurement.Rounds * Measurement.Sends));
    await new Measurement(scenes, TimeSpan.FromSeconds(seconds), report).Run();
    report.Channel = await ChannelAnswer.Measure(scenes[0].Database);
}
finally
{
    foreach (var scene in scenes)
        await scene.DisposeAsync();
}
report.Print();
return 0;

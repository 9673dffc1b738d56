using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pimms.IntegrationTests;

/// <summary><c>host/run</c> itself, as the README has one type it, on a data folder and a port of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly Process script;
    private readonly ConcurrentQueue<string> said = [];

    private RunningHost(string data, int port, string[] arguments)
    {
        Data = data;
        Http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var start = new ProcessStartInfo(Path.Combine(Sources.Root, "host", "run"), ["--urls", Http.BaseAddress.GetLeftPart(UriPartial.Authority), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PIMMS_DATA"] = data;
        // Out of the way of a demonstration that runs on this machine.
        start.Environment["PIMMS_POSTGRES_PORT"] = "28432";
        script = new Process { StartInfo = start };
        script.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        script.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        script.Start();
        script.BeginOutputReadLine();
        script.BeginErrorReadLine();
    }

    public string Data { get; }

    public HttpClient Http { get; }

    public string Said => string.Join('\n', said);

    public int ExitCode => script.ExitCode;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<RunningHost> Start(string data, params string[] arguments)
    {
        var host = new RunningHost(data, FreePort(), arguments);
        var patience = Stopwatch.StartNew();
        while (!await host.IsReady())
        {
            if (host.script.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                var said = host.Said;
                await host.DisposeAsync();
                throw new InvalidOperationException($"host/run did not become ready in {patience.Elapsed}:\n{said}");
            }
            await Task.Delay(100);
        }
        return host;
    }

    /// <summary>Ctrl-C; returns when all is put away.</summary>
    public Task Stop() => Signal(script.Id, "TERM");

    /// <summary>SIGKILL for the script: no farewell.</summary>
    public Task KillScript() => Signal(script.Id, "KILL");

    /// <summary>SIGKILL for the host that the script started.</summary>
    public Task KillHost() => Signal(int.Parse(File.ReadAllText(Path.Combine(Data, "host.process")).Split(' ')[0], CultureInfo.InvariantCulture), "KILL");

    /// <summary>Whether something still listens where it served, or its database still runs.</summary>
    public async Task<bool> IsGone() => !await IsReady() && !Directory.EnumerateDirectories("/proc").Any(Works);

    public async ValueTask DisposeAsync()
    {
        if (!script.HasExited)
            await Stop();
        script.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task Signal(int process, string signal)
    {
        using (var kill = Process.Start("kill", ["-s", signal, process.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await script.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>PostgreSQL works inside its data folder.</summary>
    private bool Works(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName.StartsWith(Data, StringComparison.Ordinal) == true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pimms.IntegrationTests;

/// <summary>The real host as a process of its own, as it is run in earnest; killed when disposed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];

    private HostProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    public bool HasExited => process.HasExited;

    public static HostProcess Start(TestDatabase database, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pimms.Host.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Sources.Root, "host", "Pimms.Host"),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Pimms"] = database.AppConnection;
        start.Environment["ConnectionStrings__PimmsOwner"] = database.OwnerConnection;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new HostProcess(start);
    }

    /// <summary>Runs a command of the host to its end.</summary>
    public static Task<(int ExitCode, string Output)> Run(TestDatabase database, params string[] arguments) => Run(database, arguments, []);

    /// <summary>Runs a command of the host to its end, in another environment.</summary>
    public static async Task<(int ExitCode, string Output)> Run(TestDatabase database, string[] arguments, params (string Name, string Value)[] environment)
    {
        await using var host = Start(database, arguments, environment);
        await host.process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        return (host.process.ExitCode, host.Output);
    }

    /// <summary>SIGKILL: no farewell, no flushing.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }
}

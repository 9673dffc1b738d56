using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pimms.Benchmarks;

/// <summary>A server in a process of its own, gone when disposed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static Task<ServerProcess> Bare(string connection)
    {
        var address = FreeAddress();
        return Start(address, [Path.Combine(AppContext.BaseDirectory, "Pimms.Benchmarks.dll"), "bare", connection, address.ToString()], []);
    }

    public static Task<ServerProcess> Host(TestDatabase database)
    {
        var address = FreeAddress();
        return Start(address, [Path.Combine(AppContext.BaseDirectory, "Pimms.Host.dll"), "--urls", address.ToString()], new()
        {
            ["ConnectionStrings__Pimms"] = database.AppConnection,
            ["ConnectionStrings__PimmsOwner"] = database.OwnerConnection,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            // One persona loads what a thousand people would: what is measured is the house, not its limits.
            ["RateLimits__PerPerson"] = "1000000000",
            ["RateLimits__PerToken"] = "1000000000",
            ["RateLimits__PerAddress"] = "1000000000",
        });
    }

    private static async Task<ServerProcess> Start(Uri address, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var server = new ServerProcess(process, address);
        using var client = new HttpClient { BaseAddress = address };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return server;
            }
            catch (HttpRequestException) when (attempt < 600 && !process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

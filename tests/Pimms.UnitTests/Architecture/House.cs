using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pimms.Host;

namespace Pimms.UnitTests;

/// <summary>The house as it stands: what <c>Modules.All</c> says, and what lies on the disk. No rule has a list of its own.</summary>
internal static class House
{
    private static readonly Lazy<WebApplication> Built = new(Build);

    public static IReadOnlyList<Assembly> Modules { get; } = [.. Host.Modules.All.Select(module => module.Assembly)];

    public static Assembly Kernel { get; } = typeof(Pimms.Kernel.Module).Assembly;

    public static Assembly Root { get; } = typeof(Modules).Assembly;

    /// <summary>The folders below <c>modules</c>: one per module, and the kernel's.</summary>
    public static IReadOnlyList<string> ModuleFolders { get; } = [.. Directory.GetDirectories(Path.Combine(Sources.Root, "modules")).Select(Path.GetFileName).OfType<string>().Where(name => name != "Kernel").Order()];

    public static IReadOnlyList<Assembly> Contracts { get; } = [.. Projects("modules").Where(name => name.EndsWith(".Contracts", StringComparison.Ordinal)).Select(Assembly.Load)];

    /// <summary>The parts of the built host: no database is needed to have them.</summary>
    public static IServiceProvider Services => Built.Value.Services;

    public static IEnumerable<string> Projects(string below) =>
        Directory.GetFiles(Path.Combine(Sources.Root, below), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order();

    /// <summary>What people wrote of a module or the host: neither compiler-made types nor generated migrations.</summary>
    public static IEnumerable<Type> OwnTypes(this Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && type.FullName!.StartsWith("Pimms.", StringComparison.Ordinal)
            && type.Namespace?.EndsWith(".Migrations", StringComparison.Ordinal) != true && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null);

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = Root.GetName().Name,
            ContentRootPath = Path.Combine(Sources.Root, "host", "Pimms.Host"),
            EnvironmentName = "Development",
        });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Pimms", "Host=nowhere;Username=nobody")]);
        // Whether all parts fit is the host's to say when it starts; here each rule speaks for itself.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (false, false));
        builder.AddPlatform();
        return builder.Build();
    }
}

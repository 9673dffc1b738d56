using System.Reflection;

namespace Pimms.IntegrationTests;

/// <summary>Where the sources lie.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Sources").Value!);
}

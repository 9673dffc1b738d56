using System.Reflection;

namespace Pimms.UnitTests;

/// <summary>Where the sources lie: the architecture is read from the disk too.</summary>
internal static class Sources
{
    public static string Root { get; } = Path.GetFullPath(typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Sources").Value!);
}

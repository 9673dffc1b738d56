namespace Pimms.Kernel;

/// <summary>What people may do with the house itself.</summary>
public static class PlatformPermissions
{
    /// <summary>See how the platform runs, and send again what was set aside.</summary>
    public const string Operate = "platform.operate";

    internal static readonly Dictionary<string, Role[]> All = new() { [Operate] = [Role.Administrator] };
}

namespace Pimms.Conventions;

internal static class SettingsInForce
{
    /// <summary>Whether a signature or an amendment waits for a second administrator.</summary>
    public static Task<bool> NeedsTwo(this ConventionsDbContext db, CancellationToken ct) => db.Settings.AnyAsync(settings => settings.SecondAdministrator, ct);
}

namespace Pimms.Kernel;

/// <summary>
/// The database's own roles. The login role has no rights of its own (NOINHERIT): every transaction first becomes one of these, so that
/// whatever runs outside a <see cref="DatabaseSession"/> sees nothing at all.
/// </summary>
public static class DatabaseRoles
{
    /// <summary>What a signed-in person's request becomes: sees the rows that its settings name.</summary>
    public const string Application = "pimms_application";

    /// <summary>What background work becomes: sees all rows, may still not bypass a policy.</summary>
    public const string Worker = "pimms_worker";

    /// <summary>What an administrator's overview becomes: every row of some tables, and of each only the columns without content.</summary>
    public const string Overseer = "pimms_overseer";
}

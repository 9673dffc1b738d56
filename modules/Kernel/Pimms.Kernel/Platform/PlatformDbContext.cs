using Microsoft.EntityFrameworkCore;

namespace Pimms.Kernel;

/// <summary>What the house itself keeps: sessions, one-time keys of requests, Data Protection keys; and, by its migration, the journal.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : ModuleDbContext(options)
{
    public const string Name = "platform";

    public override string Schema => Name;

    /// <summary>Of the house's own tables a person's request writes one: the claim of its one-time key.</summary>
    protected internal override PeoplesRights PeoplesRights { get; } = new()
    {
        Tables = [new("once") { Insert = Mine, Update = Mine, Delete = Mine, Fixed = ["user_id", "key", "fingerprint"] }],
    };

    private static string Mine => RowSecurity.PersonIsMe("user_id");
}

internal sealed class PlatformDbContextFactory() : ModuleDesignTimeFactory<PlatformDbContext>(PlatformDbContext.Name);

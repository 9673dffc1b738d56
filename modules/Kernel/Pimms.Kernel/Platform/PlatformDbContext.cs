using Microsoft.EntityFrameworkCore;

namespace Pimms.Kernel;

/// <summary>What the house itself keeps: sessions, one-time keys of requests, Data Protection keys; and, by its migration, the journal.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : ModuleDbContext(options)
{
    public const string Name = "platform";

    public override string Schema => Name;
}

internal sealed class PlatformDbContextFactory() : ModuleDesignTimeFactory<PlatformDbContext>(PlatformDbContext.Name);

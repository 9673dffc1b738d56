using Pimms.Conventions;
using Pimms.Kernel;
using Pimms.Partners;
using Pimms.Referrals;
using Pimms.Users;

namespace Pimms.Host;

/// <summary>The modules of this house: one line each, and the only list of them.</summary>
public static class Modules
{
    /// <summary>In the order in which the demonstration is seeded: who stands later may name what stands earlier.</summary>
    public static IReadOnlyList<Module> All { get; } = [new PartnersModule(), new UsersModule(), new ConventionsModule(), new ReferralsModule()];
}

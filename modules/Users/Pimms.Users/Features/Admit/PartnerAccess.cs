using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>
/// How long a partner's people may enter: while referrals are under way they finish them, whatever was closed meanwhile. After that a partner
/// that is switched off has nobody here; where all conventions have ended its manager stays, for the reviews.
/// </summary>
internal sealed class PartnerAccess(IPartnerDirectory partners, IConventionDirectory conventions, IWorkInHand work)
{
    public async Task<bool> IsOverFor(Person person, CancellationToken ct)
    {
        if (person.PartnerId is not { } partner)
            return false;
        var closed = !await partners.IsActive(partner, ct) || (person.Role == Role.PartnerAgent && await conventions.HaveAllEnded(partner, ct));
        return closed && !await work.AnyFor(partner, ct);
    }
}

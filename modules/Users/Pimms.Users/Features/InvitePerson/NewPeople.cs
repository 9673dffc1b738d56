using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>Makes the person that an invitation speaks of, or says why it may not be: the same for one and for a list of them.</summary>
internal sealed class NewPeople(UsersDbContext db, CurrentUser user, AccessRules rules, IPartnerDirectory partners)
{
    public async Task<Result<Person>> Make(InvitePerson invite, CancellationToken ct)
    {
        var partnerId = user.PartnerId ?? invite.PartnerId;
        var access = new Access(invite.Role!.Value, invite.SiteIds, invite.Role.Value.Side() == Side.Partner ? partnerId : null, invite.UnitIds);
        if (access.Role.Side() == Side.Partner && (partnerId is not { } partner || await partners.Partner(partner, ct) is null))
            return Refusal.Of(nameof(invite.PartnerId), "InvitePerson.PartnerMissing");
        if (await rules.Refuse(access, ct) is { } refusal)
            return refusal;
        if (access.Lacking is { } lacking)
            return lacking;
        var account = Account.ToInvite(invite.GivenName, invite.FamilyName, invite.Email);
        if (await db.People.VisibleTo(user).AnyAsync(person => person.PartnerId == access.PartnerId && (person.UserName == account.UserName || person.Email == account.Email), ct))
            return Refusal.Of(nameof(invite.Email), "InvitePerson.EmailKnown");
        return new Person(Guid.CreateVersion7(), account, access);
    }
}

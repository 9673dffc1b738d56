using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>Gives somebody access. The account itself is the identity provider's: the first sign-in with this verified address finds the person.</summary>
internal sealed record InvitePerson : IRequest<Result<Guid>>
{
    public string Email { get; init; } = "";

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    public Role? Role { get; init; }

    // Lists, because a form's boxes are bound into what stands here.
    public List<Guid> SiteIds { get; init; } = [];

    /// <summary>Of an agent or manager; for a manager who invites, its own.</summary>
    public Guid? PartnerId { get; init; }

    public List<Guid> UnitIds { get; init; } = [];
}

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(invite => invite.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("InvitePerson.EmailMissing").MaximumLength(254).WithMessage("InvitePerson.NotAnEmail").EmailAddress().WithMessage("InvitePerson.NotAnEmail");
        RuleFor(invite => invite.GivenName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
        RuleFor(invite => invite.FamilyName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
        RuleFor(invite => invite.Role).NotNull().WithMessage("ChangeAccess.RoleMissing").IsInEnum().WithMessage("ChangeAccess.RoleMissing");
    }
}

internal sealed class InvitePersonHandler(UsersDbContext db, CurrentUser user, AccessRules rules, IPartnerDirectory partners, TimeProvider clock) : IRequestHandler<InvitePerson, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(InvitePerson command, CancellationToken ct)
    {
        var partnerId = user.PartnerId ?? command.PartnerId;
        var access = new Access(command.Role!.Value, command.SiteIds, command.Role.Value.Side() == Side.Partner ? partnerId : null, command.UnitIds);
        if (access.Role.Side() == Side.Partner && (partnerId is not { } partner || await partners.Partner(partner, ct) is null))
            return Refusal.Of(nameof(command.PartnerId), "InvitePerson.PartnerMissing");
        if (await rules.Refuse(access, ct) is { } refusal)
            return refusal;
        if (access.Lacking is { } lacking)
            return lacking;
        var account = Account.ToInvite(command.GivenName, command.FamilyName, command.Email);
        if (await db.People.VisibleTo(user).AnyAsync(person => person.PartnerId == access.PartnerId && (person.UserName == account.UserName || person.Email == account.Email), ct))
            return Refusal.Of(nameof(command.Email), "InvitePerson.EmailKnown");

        var person = new Person(Guid.CreateVersion7(), account, access);
        db.People.Add(person);
        return (await person.Invite(clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct))).Refusal is { } refused ? refused : person.Id;
    }
}

namespace Pimms.Users;

/// <summary>Gives somebody access. The account itself is the identity provider's: the first sign-in with this verified address finds the person.</summary>
internal sealed record InvitePerson : IRequest<Result<Guid>>
{
    [OneLine]
    public string Email { get; init; } = "";

    [OneLine]
    public string GivenName { get; init; } = "";

    [OneLine]
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
        RuleFor(invite => invite.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("InvitePerson.EmailMissing").MaximumLength(254).WithMessage("InvitePerson.NotAnEmail").MailAddress().WithMessage("InvitePerson.NotAnEmail");
        RuleFor(invite => invite.GivenName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
        RuleFor(invite => invite.FamilyName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
        RuleFor(invite => invite.Role).NotNull().WithMessage("ChangeAccess.RoleMissing").IsInEnum().WithMessage("ChangeAccess.RoleMissing");
    }
}

internal sealed class InvitePersonHandler(UsersDbContext db, NewPeople people, TimeProvider clock) : IRequestHandler<InvitePerson, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(InvitePerson command, CancellationToken ct)
    {
        var made = await people.Make(command, ct);
        if (made.Refusal is { } refusal)
            return refusal;
        var person = made.Value;
        db.People.Add(person);
        return (await person.Invite(clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct))).Refusal is { } refused ? refused : person.Id;
    }
}

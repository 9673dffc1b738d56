namespace Pimms.Users;

/// <summary>What <c>Pimms.Host invite-administrator</c> does: somebody has to be the first.</summary>
internal sealed record InviteAdministrator([property: OneLine] string Email, [property: OneLine] string GivenName, [property: OneLine] string FamilyName) : IRequest<Result>;

internal sealed class InviteAdministratorValidator : AbstractValidator<InviteAdministrator>
{
    public InviteAdministratorValidator()
    {
        RuleFor(invite => invite.Email).NotEmpty().WithMessage("InvitePerson.EmailMissing").MaximumLength(254).WithMessage("InvitePerson.NotAnEmail").MailAddress().WithMessage("InvitePerson.NotAnEmail");
        RuleFor(invite => invite.GivenName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
        RuleFor(invite => invite.FamilyName).NotEmpty().WithMessage("InvitePerson.NameMissing").MaximumLength(100).WithMessage("InvitePerson.NameTooLong");
    }
}

internal sealed class InviteAdministratorHandler(UsersDbContext db, TimeProvider clock) : IRequestHandler<InviteAdministrator, Result>
{
    public async Task<Result> Handle(InviteAdministrator command, CancellationToken ct)
    {
        var account = Account.ToInvite(command.GivenName, command.FamilyName, command.Email);
        if (await db.People.SingleOrDefaultAsync(one => one.PartnerId == null && one.Email == account.Email, ct) is not { } person)
        {
            person = new Person(Guid.CreateVersion7(), account, new Access(Role.Administrator, [], null, []));
            db.People.Add(person);
        }
        else if (person.Role != Role.Administrator)
            return Refusal.Of(nameof(command.Email), "InvitePerson.EmailKnown");
        return await person.Invite(clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}

internal sealed class FirstAdministrator(IMediator mediator) : IFirstAdministrator
{
    public async Task<string?> Invite(string email, string givenName, string familyName, CancellationToken ct) =>
        (await mediator.Send(new InviteAdministrator(email, givenName, familyName), ct)).Refusal?.Errors[0].Message;
}

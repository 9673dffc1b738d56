namespace Pimms.Users;

/// <summary>Gives a person another role, other sites or other units, on the same side.</summary>
internal sealed record ChangeAccess : IRequest<Result>
{
    public Guid PersonId { get; init; }

    public uint Version { get; init; }

    public Role? Role { get; init; }

    // Lists, because a form's boxes are bound into what stands here.
    public List<Guid> SiteIds { get; init; } = [];

    public List<Guid> UnitIds { get; init; } = [];
}

internal sealed class ChangeAccessValidator : AbstractValidator<ChangeAccess>
{
    public ChangeAccessValidator() => RuleFor(change => change.Role).NotNull().WithMessage("ChangeAccess.RoleMissing").IsInEnum().WithMessage("ChangeAccess.RoleMissing");
}

internal sealed class ChangeAccessHandler(UsersDbContext db, CurrentUser user, AccessRules rules, Admissions admissions, TimeProvider clock) : IRequestHandler<ChangeAccess, Result>
{
    public async Task<Result> Handle(ChangeAccess command, CancellationToken ct)
    {
        var person = await db.People.ManagedBy(user).AtVersion(command.PersonId, command.Version, ct);
        var access = new Access(command.Role!.Value, command.SiteIds, person.PartnerId, command.UnitIds);
        if (await rules.Refuse(access, ct) is { } refusal)
            return refusal;
        var lastAdministrator = person is { Role: Role.Administrator, Active: true } && access.Role != Role.Administrator && !await db.HasOtherAdministrator(person.Id, ct);

        return await person.ChangeAccess(access, user.Id, lastAdministrator, clock.GetUtcNow()).Then(async () =>
        {
            await admissions.AskAnew(person, ct);
            await db.SaveChangesAsync(ct);
        });
    }
}

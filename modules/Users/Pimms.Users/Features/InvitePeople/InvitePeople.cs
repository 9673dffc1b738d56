namespace Pimms.Users;

/// <summary>Invites everybody of a list, or nobody: one line that may not be stops them all.</summary>
/// <param name="List">One person a line, as pasted from a spreadsheet: given name, family name, address, role, sites or units, partner.</param>
internal sealed record InvitePeople(string List) : IRequest<Result<int>>;

internal sealed class InvitePeopleValidator : AbstractValidator<InvitePeople>
{
    public InvitePeopleValidator() => RuleFor(invite => invite.List).NotEmpty().WithMessage("InvitePeople.Empty").MaximumLength(100_000).WithMessage("InvitePeople.TooLong");
}

internal sealed class InvitePeopleHandler(UsersDbContext db, ListedPeople listed, TimeProvider clock) : IRequestHandler<InvitePeople, Result<int>>
{
    public async Task<Result<int>> Handle(InvitePeople command, CancellationToken ct)
    {
        var lines = await listed.Read(command.List, ct);
        if (lines.Count == 0)
            return Refusal.Of(nameof(command.List), "InvitePeople.Empty");
        if (lines.FirstOrDefault(line => line.Person is null) is { } wrong)
            return Refusal.Of(nameof(command.List), "InvitePeople.Line", wrong.Number);
        foreach (var line in lines)
        {
            db.People.Add(line.Person!);
            line.Person!.Invite(clock.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
        return lines.Count;
    }
}

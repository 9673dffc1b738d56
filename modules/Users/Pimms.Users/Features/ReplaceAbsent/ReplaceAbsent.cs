namespace Pimms.Users;

/// <summary>Has a colleague stand in for somebody who will be away; it begins and ends by itself.</summary>
internal sealed record ReplaceAbsent : IRequest<Result<Guid>>
{
    public Guid PersonId { get; init; }

    /// <summary>The first day of the absence.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the absence.</summary>
    public DateOnly? To { get; init; }

    public Guid? ReplacementId { get; init; }
}

internal sealed class ReplaceAbsentValidator : AbstractValidator<ReplaceAbsent>
{
    public ReplaceAbsentValidator()
    {
        RuleFor(replace => replace.From).NotNull().WithMessage("ReplaceAbsent.FromMissing");
        RuleFor(replace => replace.To).NotNull().WithMessage("ReplaceAbsent.ToMissing");
        RuleFor(replace => replace.ReplacementId).NotNull().WithMessage("ReplaceAbsent.ReplacementMissing");
    }
}

internal sealed class ReplaceAbsentHandler(UsersDbContext db, CurrentUser user, Admissions admissions, TimeProvider clock) : IRequestHandler<ReplaceAbsent, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReplaceAbsent command, CancellationToken ct)
    {
        if (await db.People.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == command.PersonId, ct) is not { } absent)
            return Refusal.NotFound;
        var (from, to, today) = (command.From!.Value, command.To!.Value, WorkingCalendar.DayOf(clock.GetUtcNow()));
        if (await db.People.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == command.ReplacementId, ct) is not { } replacement)
            return Refusal.Of(nameof(command.ReplacementId), "ReplaceAbsent.ReplacementUnknown");
        var made = Absence.Of(absent, replacement, from, to, today);
        if (!made.TryGet(out var absence))
            return made.Refusal!;
        if (await IsAway(absent.Id, from, to, ct))
            return Refusal.Of(nameof(command.From), "ReplaceAbsent.Already");
        if (await IsAway(replacement.Id, from, to, ct))
            return Refusal.Of(nameof(command.ReplacementId), "ReplaceAbsent.ReplacementAway");

        db.Absences.Add(absence);
        await db.SaveChangesAsync(ct);
        await admissions.AskAnew(absent, ct);
        return absence.Id;
    }

    private Task<bool> IsAway(Guid personId, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.Absences.AnyAsync(one => one.PersonId == personId && one.EndedAt == null && one.From <= to && one.To >= from, ct);
}

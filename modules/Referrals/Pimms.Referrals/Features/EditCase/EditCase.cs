namespace Pimms.Referrals;

/// <param name="HarmDateConfirmed">That the deadline is past is no mistake; not asked of one that stays as it was.</param>
internal sealed record EditCase(Guid CaseId, uint Version, BeneficiaryInput Beneficiary, string? Situation, DateOnly? HarmDate, bool HarmDateConfirmed = false) : IRequest<Result>;

internal sealed class EditCaseValidator : AbstractValidator<EditCase>
{
    public EditCaseValidator(TimeProvider clock)
    {
        RuleFor(edit => edit.Beneficiary).SetValidator(new BeneficiaryInputValidator(clock));
        RuleFor(edit => edit.Situation).NotEmpty().WithMessage("Case.SituationMissing").MaximumLength(4000).WithMessage("Case.SituationTooLong");
    }
}

internal sealed class EditCaseHandler(ReferralsDbContext db, CurrentUser user, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<EditCase, Result>
{
    public async Task<Result> Handle(EditCase command, CancellationToken ct)
    {
        var edited = await db.Cases.VisibleTo(user).AtVersion(command.CaseId, command.Version, ct);
        if (command.HarmDate != edited.HarmDate && HarmDays.Refuse(command.HarmDate, command.HarmDateConfirmed, WorkingCalendar.DayOf(clock.GetUtcNow())) is { } refusal)
            return refusal;
        var located = await communes.Locate(command.Beneficiary, ct);
        if (!located.TryGet(out var beneficiary))
            return located.Refusal!;

        edited.Edit(beneficiary, command.Situation!.Trim(), command.HarmDate);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

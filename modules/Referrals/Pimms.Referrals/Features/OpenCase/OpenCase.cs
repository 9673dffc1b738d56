namespace Pimms.Referrals;

/// <param name="PostId">One of the site's posts; null at the desk.</param>
/// <param name="HarmDateConfirmed">That the deadline is past is no mistake.</param>
internal sealed record OpenCase(Guid SiteId, BeneficiaryInput Beneficiary, string? Situation, DateOnly? HarmDate, Guid? PostId = null, bool HarmDateConfirmed = false) : IRequest<Result<Guid>>;

internal sealed class OpenCaseValidator : AbstractValidator<OpenCase>
{
    public OpenCaseValidator(TimeProvider clock)
    {
        RuleFor(open => open.Beneficiary).SetValidator(new BeneficiaryInputValidator(clock));
        RuleFor(open => open.Situation).NotEmpty().WithMessage("Case.SituationMissing").MaximumLength(4000).WithMessage("Case.SituationTooLong");
        RuleFor(open => open.HarmDate)
            .Must(day => HarmDays.IsPlausible(day, WorkingCalendar.DayOf(clock.GetUtcNow()))).WithMessage("Case.HarmDateOutside").WithState(_ => HarmDays.Span(WorkingCalendar.DayOf(clock.GetUtcNow())))
            .Must((open, day) => open.HarmDateConfirmed || day is null || day >= WorkingCalendar.DayOf(clock.GetUtcNow()) || !HarmDays.IsPlausible(day, WorkingCalendar.DayOf(clock.GetUtcNow())))
            .WithMessage("Case.HarmDatePast");
    }
}

internal sealed class OpenCaseHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, Numbers numbers, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<OpenCase, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenCase command, CancellationToken ct)
    {
        if (!user.SiteIds.Contains(command.SiteId))
            return Refusal.Of(nameof(command.SiteId), "Case.SiteUnknown");
        var post = command.PostId is null ? null : (await users.Sites([command.SiteId], ct)).SelectMany(site => site.Posts).SingleOrDefault(one => one.Id == command.PostId);
        if (post?.Id != command.PostId)
            return Refusal.Of(nameof(command.PostId), "OpenCase.PostElsewhere");

        var located = await communes.Locate(command.Beneficiary, ct);
        if (!located.TryGet(out var beneficiary))
            return located.Refusal!;

        var opened = Case.Open(await numbers.NextCase(ct), command.SiteId, beneficiary, command.Situation!.Trim(), command.HarmDate, user, clock.GetUtcNow(), post);
        db.Cases.Add(opened);
        await db.SaveChangesAsync(ct);
        return opened.Id;
    }
}

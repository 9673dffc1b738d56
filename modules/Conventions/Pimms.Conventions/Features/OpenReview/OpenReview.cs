namespace Pimms.Conventions;

/// <summary>Begins the review of a period; answers with its id.</summary>
internal sealed record OpenReview : IRequest<Result<Guid>>
{
    public Guid ConventionId { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? ToDay { get; init; }
}

internal sealed class OpenReviewValidator : AbstractValidator<OpenReview>
{
    public OpenReviewValidator(TimeProvider clock)
    {
        RuleFor(open => open.FromDay).NotNull().WithMessage("Field.Missing").Plausible();
        RuleFor(open => open.ToDay).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Field.Missing")
            .Must(day => day <= WorkingCalendar.DayOf(clock.GetUtcNow())).WithMessage("OpenReview.Future")
            .GreaterThanOrEqualTo(open => open.FromDay).When(open => open.FromDay is not null, ApplyConditionTo.CurrentValidator).WithMessage("OpenReview.EndBeforeStart");
    }
}

internal sealed class OpenReviewHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<OpenReview, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenReview request, CancellationToken cancellationToken)
    {
        var (from, to) = (request.FromDay!.Value, request.ToDay!.Value);
        if (await db.Conventions.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(one => one.Id == request.ConventionId, cancellationToken) is not { } convention)
            return Refusal.NotFound;
        if (convention.State == ConventionState.Draft)
            return Refusal.Of("", "OpenReview.Draft");
        if (from < convention.StartsOn)
            return Refusal.Of(nameof(request.FromDay), "OpenReview.BeforeConvention", convention.StartsOn);
        if (to > convention.EndsOn)
            return Refusal.Of(nameof(request.ToDay), "OpenReview.AfterConvention", convention.EndsOn);
        if (await db.Reviews.AnyAsync(review => review.ConventionId == convention.Id && review.FromDay == from && review.ToDay == to, cancellationToken))
            return Refusal.Of(nameof(request.ToDay), "OpenReview.Already");

        var review = Review.Open(convention, from, to, user, clock.GetUtcNow());
        db.Add(review);
        await db.SaveChangesAsync(cancellationToken);
        return review.Id;
    }
}

namespace Pimms.Referrals;

/// <summary>The site lead puts another mediator of the site in charge.</summary>
internal sealed record AssignCase(Guid CaseId, uint Version, Guid? MediatorId) : IRequest<Result>;

internal sealed class AssignCaseHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users) : IRequestHandler<AssignCase, Result>
{
    public async Task<Result> Handle(AssignCase command, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).AtVersion(command.CaseId, command.Version, ct);
        if ((await users.MediatorsOf(its.SiteId, ct)).SingleOrDefault(person => person.Id == command.MediatorId) is not { } mediator)
            return Refusal.Of(nameof(command.MediatorId), "Case.MediatorUnknown");

        its.Reassign(mediator.Id, mediator.Name);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

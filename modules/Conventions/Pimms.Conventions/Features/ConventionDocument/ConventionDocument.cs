namespace Pimms.Conventions;

/// <summary>The convention as a document: what was agreed, and what became of it.</summary>
internal sealed record ConventionDocument(Guid Id) : IRequest<Result<ConventionView>>;

internal sealed class ConventionDocumentHandler(ConventionsDbContext db, CurrentUser user, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<ConventionDocument, Result<ConventionView>>
{
    public async Task<Result<ConventionView>> Handle(ConventionDocument request, CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var found = await (from convention in db.Conventions.AsNoTracking().VisibleTo(user)
                           where convention.Id == request.Id
                           select new ConventionView
                           {
                               Id = convention.Id,
                               Version = convention.Version,
                               State = convention.State,
                               PartnerId = convention.PartnerId,
                               PartnerName = convention.PartnerName,
                               Reference = convention.Reference,
                               Title = convention.Title,
                               StartsOn = convention.StartsOn,
                               EndsOn = convention.EndsOn,
                               TermEndsOn = convention.TermEndsOn,
                               AgreedEndsOn = convention.AgreedEndsOn,
                               Renewals = convention.Renewals,
                               RenewalMonths = convention.RenewalMonths,
                               NoticeMonths = convention.NoticeMonths,
                               NoticeBy = convention.NoticeBy,
                               EndReason = convention.EndReason,
                               SignedOn = convention.SignedOn,
                               Signatories = convention.Signatories,
                               SuspendedBecause = convention.SuspendedBecause,
                               Today = today,
                               Versions = convention.Terms.OrderBy(terms => terms.Number).Select(terms => new TermsView(
                                   terms.Number, terms.EffectiveOn, terms.AmendedBecause, terms.Reference, terms.Title, terms.Purpose, terms.EndsOn, terms.RenewalMonths, terms.NoticeMonths,
                                   terms.Communes, terms.LegalBasis, terms.Disclosed, terms.RetentionMonths, terms.NirAllowed, terms.Contribution,
                                   terms.Commitments.OrderBy(one => one.ProcedureTitle).ThenBy(one => one.ProcedureId)
                                       .Select(one => new CommitmentLine(one.ProcedureId, one.ProcedureTitle, one.AcknowledgeWithinDays, one.AnswerWithinDays, one.ExpiryDays, one.MonthlyCap)).ToList())).ToList(),
                               Referents = convention.Referents.Select(one => new ReferentLine(one.Side, one.Rank, one.PersonId, one.Name)).ToList(),
                               Files = convention.Files.OrderBy(file => file.AddedAt).Select(file => new FileLine(file.Id, file.Kind, file.File.FileName, file.File.Size, file.File.State, file.AddedAt, file.AddedByName)).ToList(),
                               Proposal = convention.Proposal == null ? null : new ProposalLine(convention.Proposal.Kind, convention.Proposal.Body, convention.Proposal.ById, convention.Proposal.ByName, convention.Proposal.At),
                               Steps = convention.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id)
                                   .Select(step => new StepLine(step.Kind, step.At, step.ById, step.ByName, step.Reason, step.Day, step.Amount)).ToList(),
                           })
            .AsSplitQuery().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Refusal.NotFound;
        return found.Current.Communes is { Length: > 0 } codes
            ? found with { TerritoryNames = await Territory.Names(communes, codes, written: false, cancellationToken), TerritoryWritten = await Territory.Names(communes, codes, written: true, cancellationToken) }
            : found;
    }
}

namespace Pimms.Conventions;

/// <summary>The convention as a document: what was agreed, and what became of it.</summary>
internal sealed record ConventionDocument(Guid Id) : IRequest<Result<ConventionView>>;

/// <summary>All there is to read of a convention.</summary>
internal sealed record ConventionView(
    Guid Id, uint Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, string Purpose,
    DateOnly StartsOn, DateOnly EndsOn, DateOnly AgreedEndsOn, DateOnly? SignedOn, IReadOnlyList<Signatory> Signatories, string SuspendedBecause,
    string[] Communes, string LegalBasis, IReadOnlyList<DisclosedField> Disclosed, int RetentionMonths, bool NirAllowed,
    IReadOnlyList<CommitmentLine> Commitments, IReadOnlyList<StepLine> Steps);

/// <summary>What is promised for one procedure.</summary>
internal sealed record CommitmentLine(Guid ProcedureId, string ProcedureTitle, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays);

/// <summary>A line of the history.</summary>
internal sealed record StepLine(StepKind Kind, DateTimeOffset At, string ByName, string Reason, DateOnly? Day);

internal sealed class ConventionDocumentHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<ConventionDocument, Result<ConventionView>>
{
    public async Task<Result<ConventionView>> Handle(ConventionDocument request, CancellationToken cancellationToken)
    {
        var found = await (from convention in db.Conventions.AsNoTracking().VisibleTo(user)
                           where convention.Id == request.Id
                           from terms in convention.Terms
                           where terms.Number == 1
                           select new ConventionView(
                               convention.Id, convention.Version, convention.State, convention.PartnerId, convention.PartnerName, convention.Reference, convention.Title, convention.Purpose,
                               convention.StartsOn, convention.EndsOn, terms.EndsOn, convention.SignedOn, convention.Signatories, convention.SuspendedBecause,
                               terms.Communes, terms.LegalBasis, terms.Disclosed, terms.RetentionMonths, terms.NirAllowed,
                               terms.Commitments.OrderBy(one => one.ProcedureTitle).ThenBy(one => one.ProcedureId)
                                   .Select(one => new CommitmentLine(one.ProcedureId, one.ProcedureTitle, one.AcknowledgeWithinDays, one.AnswerWithinDays, one.ExpiryDays)).ToList(),
                               convention.Steps.OrderByDescending(step => step.At).ThenByDescending(step => step.Id)
                                   .Select(step => new StepLine(step.Kind, step.At, step.ByName, step.Reason, step.Day)).ToList()))
            .AsSingleQuery().SingleOrDefaultAsync(cancellationToken);
        return found is null ? Refusal.NotFound : found;
    }
}

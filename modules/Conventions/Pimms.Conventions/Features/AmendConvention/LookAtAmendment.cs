namespace Pimms.Conventions;

/// <summary>What an amendment would change, before it is made; refused as it would be.</summary>
internal sealed record LookAtAmendment(AmendConvention Amendment) : IRequest<Result<IReadOnlyList<Difference>>>;

internal sealed class LookAtAmendmentHandler(IMediator mediator, IPartnerDirectory partners, ICommuneDirectory communes, DifferencesInWords differences)
    : IRequestHandler<LookAtAmendment, Result<IReadOnlyList<Difference>>>
{
    public async Task<Result<IReadOnlyList<Difference>>> Handle(LookAtAmendment request, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(request.Amendment with { OnlyLook = true }, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var view = (await mediator.Send(new ConventionDocument(request.Amendment.Id), cancellationToken)).Value;
        var codes = (await Territory.Read(communes, request.Amendment.Communes, nameof(request.Amendment.Communes), cancellationToken)).Value;
        var after = AmendedTerms.Of(request.Amendment, codes, (await partners.Partner(view.PartnerId, cancellationToken))!);
        return Result.Of(await differences.Between(view.Current, after, cancellationToken));
    }
}

internal static class AmendedTerms
{
    /// <summary>The version as it would be.</summary>
    public static TermsView Of(AmendConvention amendment, string[] communes, PartnerDetails partner)
    {
        var titles = partner.ProcedureTitles();
        return new(0, amendment.EffectiveOn!.Value, amendment.Reason, amendment.Reference, amendment.Title, amendment.Purpose, amendment.EndsOn!.Value,
            amendment.AgreedRenewal?.Months, amendment.AgreedRenewal?.NoticeMonths, communes, amendment.LegalBasis,
            [.. amendment.DisclosedFields.Where(field => field.When is not null).Select(field => new DisclosedField(field.Field, field.When!.Value))],
            amendment.RetentionMonths!.Value, amendment.NirAllowed, amendment.Contribution?.Agreed,
            [.. amendment.Procedures.Where(one => one.Covered).Select(one => new CommitmentLine(one.ProcedureId, titles.GetValueOrDefault(one.ProcedureId) ?? "", one.AcknowledgeWithinDays!.Value,
                one.AnswerWithinDays!.Value, one.ExpiryDays ?? Commitment.UsualExpiryDays, one.MonthlyCap))]);
    }
}

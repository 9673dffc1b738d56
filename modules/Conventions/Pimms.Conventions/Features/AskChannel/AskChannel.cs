namespace Pimms.Conventions;

/// <summary>Whether this partner may be asked this today, on which terms, or why not.</summary>
internal sealed record AskChannel(Guid? PartnerId, Guid? ProcedureId, string? Commune) : IRequest<Result<ChannelAnswer>>;

/// <summary>The channel as the API gives it: what is not open has a reason and nothing else.</summary>
internal sealed record ChannelAnswer(
    bool Open, ClosedReason? Reason, Guid? ConventionId, int? AcknowledgeWithinDays, int? AnswerWithinDays, IReadOnlyList<DisclosureResource> DisclosedFields, int? ConventionVersion);

internal sealed class AskChannelValidator : AbstractValidator<AskChannel>
{
    public AskChannelValidator()
    {
        RuleFor(ask => ask.PartnerId).NotNull().WithMessage("Field.Missing");
        RuleFor(ask => ask.ProcedureId).NotNull().WithMessage("Field.Missing");
        RuleFor(ask => ask.Commune).Must(commune => CommuneCode.Fits(commune!)).When(ask => !string.IsNullOrEmpty(ask.Commune)).WithMessage("AskChannel.NotACommune");
    }
}

internal sealed class AskChannelHandler(IConventionDirectory conventions, TimeProvider clock) : IRequestHandler<AskChannel, Result<ChannelAnswer>>
{
    public async Task<Result<ChannelAnswer>> Handle(AskChannel request, CancellationToken cancellationToken)
    {
        var commune = string.IsNullOrEmpty(request.Commune) ? null : request.Commune;
        var channel = await conventions.Channel(request.PartnerId!.Value, request.ProcedureId!.Value, commune, WorkingCalendar.DayOf(clock.GetUtcNow()), cancellationToken);
        return new ChannelAnswer(channel.Open, channel.Reason, channel.Terms?.ConventionId, channel.Terms?.AcknowledgeWithinDays, channel.Terms?.AnswerWithinDays,
            [.. channel.Terms?.Disclosed.Select(DisclosureResource.For) ?? []], channel.Terms?.ConventionVersion);
    }
}

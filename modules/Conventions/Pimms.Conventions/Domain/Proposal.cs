namespace Pimms.Conventions;

/// <summary>A signature or an amendment that waits for a second administrator. One at a time; administrators alone see it.</summary>
internal sealed class Proposal
{
    public Guid ConventionId { get; private init; }

    public Guid PartnerId { get; private init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>The command as it was asked, to be done word for word.</summary>
    public required string Body { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Proposal Of(Convention convention, ProposalKind kind, string body, CurrentUser by, DateTimeOffset at) => new()
    {
        ConventionId = convention.Id,
        PartnerId = convention.PartnerId,
        Kind = kind,
        Body = body,
        ById = by.Id,
        ByName = by.Name,
        At = at,
    };
}

/// <summary>What is proposed.</summary>
internal enum ProposalKind
{
    Activation,
    Amendment,
}

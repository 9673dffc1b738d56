namespace Pimms.Referrals;

/// <summary>What is printed for the person: the steps it made, where each referral stands, what comes next.</summary>
/// <param name="Sealed">The code as it was handed over when it was issued, for the few hours in which it is printed; null for a paper without.</param>
internal sealed record ReadReceipt(Guid CaseId, string? Sealed) : IRequest<Result<ReceiptView>>;

internal sealed record ReceiptView
{
    public required Case Case { get; init; }

    public required string SiteName { get; init; }

    /// <summary>The oldest first: it is a path.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<(Standing Standing, string Subject)> Referrals { get; init; }

    /// <summary>When the code that holds now was issued; null when there is none.</summary>
    public required DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The code itself, where the reader has just had it issued.</summary>
    public required string? Code { get; init; }

    /// <summary>The public page asks for it.</summary>
    public bool CanHaveCode => Case.Beneficiary.BirthDate is not null;
}

internal sealed class ReadReceiptHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, SealedCode seal, Journal journal) : IRequestHandler<ReadReceipt, Result<ReceiptView>>
{
    public async Task<Result<ReceiptView>> Handle(ReadReceipt query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        var referrals = await db.Referrals.AsNoTracking().VisibleTo(user).Where(referral => referral.CaseId == its.Id && referral.SentAt != null).OrderBy(referral => referral.SentAt).ToListAsync(ct);
        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(one => one.CaseId == its.Id, ct);
        journal.Saw("case", its.Id);
        journal.Saw("referral", referrals.Select(referral => referral.Id));
        return new ReceiptView
        {
            Case = its,
            SiteName = (await users.Sites([its.SiteId], ct)).SingleOrDefault()?.Name ?? "",
            Steps = await db.Steps.AsNoTracking().Where(step => step.CaseId == its.Id).OrderBy(step => step.Day).ThenBy(step => step.Id).ToListAsync(ct),
            Referrals = [.. referrals.Select(referral => (Standing.Of(referral), referral.Request.Subject))],
            IssuedAt = receipt?.IssuedAt,
            Code = seal.Open(its.Id, query.Sealed) is { } code && receipt is not null && ReceiptCode.Hash(code).AsSpan().SequenceEqual(receipt.CodeHash) ? code : null,
        };
    }
}

namespace Pimms.Referrals;

/// <summary>Gives the person a code to follow the case with; whichever it had before dies.</summary>
internal sealed record IssueReceipt(Guid CaseId) : IRequest<Result<string>>;

internal sealed class IssueReceiptHandler(ReferralsDbContext db, CurrentUser user, SealedCode seal, TimeProvider clock) : IRequestHandler<IssueReceipt, Result<string>>
{
    public async Task<Result<string>> Handle(IssueReceipt command, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).Existing(command.CaseId, ct);
        if (its.Beneficiary.BirthDate is null)
            return Refusal.As("birth-date-missing", "", "IssueReceipt.BirthDateMissing");

        var receipt = await db.Receipts.SingleOrDefaultAsync(one => one.CaseId == its.Id, ct) ?? db.Receipts.Add(new() { CaseId = its.Id, SiteId = its.SiteId }).Entity;
        var code = receipt.Renew(user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return seal.Seal(its.Id, code);
    }
}

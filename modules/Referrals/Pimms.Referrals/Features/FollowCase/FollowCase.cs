using System.Net;

namespace Pimms.Referrals;

/// <summary>
/// The person asks where the case stands, with the code of the receipt and the birth date. A wrong code and a wrong date ask the database the same
/// questions and get the same answer; a try that was in vain is done, not refused, so that its count lasts.
/// </summary>
internal sealed record FollowCase(string? Code, DateOnly? BirthDate, IPAddress? From) : IRequest<Result<Followed>>;

/// <param name="Standings">Null when the code and the date open nothing.</param>
/// <param name="MustWait">Too many were tried: this one was not looked at.</param>
internal sealed record Followed(IReadOnlyList<Standing>? Standings, bool MustWait);

internal sealed class FollowCaseHandler(ReferralsDbContext db, DatabaseSession session, FollowTries tries, Journal journal, TimeProvider clock) : IRequestHandler<FollowCase, Result<Followed>>
{
    public async Task<Result<Followed>> Handle(FollowCase query, CancellationToken ct)
    {
        // Nobody is signed in, and nobody sees any row: what is looked up here is all that is.
        await session.Tell(CurrentUser.System("referrals.follow-case"), ct);
        var hash = ReceiptCode.Hash(query.Code);
        var (byCode, byAddress) = (FollowTries.OfCode(hash), FollowTries.OfAddress(query.From));
        var now = clock.GetUtcNow();
        await tries.ForgetBefore(now.AddDays(-1), ct);
        if (!(await tries.Count(byCode, now, ct) & await tries.Count(byAddress, now, ct)))
            return new Followed(null, MustWait: true);

        var found = await db.Receipts.Where(receipt => receipt.CodeHash == hash).Select(receipt => (Guid?)receipt.CaseId).SingleOrDefaultAsync(ct);
        var asked = found ?? Guid.NewGuid();
        var born = await db.Cases.Where(its => its.Id == asked).Select(its => its.Beneficiary.BirthDate).SingleOrDefaultAsync(ct);
        if (found is null || born is null || born != query.BirthDate)
            return new Followed(null, MustWait: false);

        await tries.TakeBack(byCode, ct);
        await tries.TakeBack(byAddress, ct);
        var referrals = await db.Referrals.AsNoTracking().Where(referral => referral.CaseId == asked && referral.SentAt != null).OrderBy(referral => referral.SentAt).ToListAsync(ct);
        journal.Saw("case", asked);
        journal.Saw("referral", referrals.Select(referral => referral.Id));
        return new Followed([.. referrals.Select(Standing.Of)], MustWait: false);
    }
}

using System.Net;
using Microsoft.Extensions.Options;

namespace Pimms.Referrals;

/// <summary>
/// The person asks where the case stands, with the code of the receipt and the birth date. A wrong code and a wrong date ask the database the same
/// questions and get the same answer; a try that was in vain is done, not refused, so that its count lasts.
/// </summary>
internal sealed record FollowCase(string? Code, DateOnly? BirthDate, IPAddress? From) : IRequest<Result<Followed>>;

/// <param name="Standings">Null when the code and the date open nothing.</param>
/// <param name="MustWait">Too many were tried: this one was not looked at.</param>
internal sealed record Followed(IReadOnlyList<Standing>? Standings, bool MustWait);

internal sealed class FollowCaseHandler(
    ReferralsDbContext db, DatabaseSession session, FollowTries tries, IOptions<ReceiptSettings> settings, Journal journal, TimeProvider clock)
    : IRequestHandler<FollowCase, Result<Followed>>
{
    /// <summary>How the journal calls a try that opened nothing.</summary>
    public const string InVain = "FollowCaseInVain";

    public async Task<Result<Followed>> Handle(FollowCase query, CancellationToken ct)
    {
        // Nobody is signed in, and nobody sees any row: what is looked up here is all that is.
        await session.Tell(CurrentUser.System("referrals.follow-case"), ct);
        var hash = ReceiptCode.Hash(query.Code);
        var (byCode, byAddress) = (FollowTries.OfCode(hash), FollowTries.OfAddress(query.From));
        var now = clock.GetUtcNow();
        await tries.ForgetBefore(now.AddDays(-1), ct);
        // An address that has to wait leaves nothing more behind.
        if (!await tries.Count(byAddress, now, ct) || !await tries.Count(byCode, now, ct))
            return new Followed(null, MustWait: true);

        var found = await db.Receipts.Where(receipt => receipt.CodeHash == hash && receipt.ClosedAt == null).Select(receipt => (Guid?)receipt.CaseId).SingleOrDefaultAsync(ct);
        var asked = found ?? Guid.NewGuid();
        var born = await db.Cases.Where(its => its.Id == asked).Select(its => its.Beneficiary.BirthDate).SingleOrDefaultAsync(ct);
        if (found is null || born is null || born != query.BirthDate)
        {
            if (await tries.Fail(asked, settings.Value.MostFailures, now, ct))
                await Tell(asked, now, ct);
            journal.Act = InVain;
            journal.Saw("case", found is null ? [] : [asked]);
            return new Followed(null, MustWait: false);
        }

        await tries.TakeBack(byCode, ct);
        await tries.TakeBack(byAddress, ct);
        var referrals = await db.Referrals.AsNoTracking().Where(referral => referral.CaseId == asked && referral.SentAt != null).OrderBy(referral => referral.SentAt).ToListAsync(ct);
        journal.Saw("case", asked);
        journal.Saw("referral", referrals.Select(referral => referral.Id));
        return new Followed([.. referrals.Select(Standing.Of)], MustWait: false);
    }

    /// <summary>Somebody guesses: whoever is in charge of the case hears of it, and finds it said there.</summary>
    private async Task Tell(Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        var its = await db.Cases.SingleAsync(one => one.Id == caseId, ct);
        its.CodeEnded(now);
        journal.Changed("case", caseId);
        await db.SaveChangesAsync(ct);
    }
}

namespace Pimms.Referrals;

/// <summary>How a move is offered on the referral's page.</summary>
internal static class MoveLinks
{
    /// <summary>The page of the move, below the referral's.</summary>
    public static string Slug(Move move) => move switch
    {
        Move.RequestInformation => "request-information",
        Move.ProvideInformation => "provide-information",
        _ => move.ToString().ToLowerInvariant(),
    };

    /// <summary>It needs no words: a button does it, without a page between.</summary>
    public static bool IsAtOnce(Move move) => move is Move.Accept or Move.Resume;

    /// <summary>What usually comes next from a state: the one primary button.</summary>
    public static bool IsExpected(Move move, ReferralState state) => (state, move) switch
    {
        (ReferralState.Sent, Move.Accept) => true,
        (ReferralState.Accepted, Move.Answer) => true,
        (ReferralState.InformationRequested, Move.ProvideInformation) => true,
        (ReferralState.OnHold, Move.Resume) => true,
        (ReferralState.Answered or ReferralState.Declined or ReferralState.Expired, Move.Close) => true,
        _ => false,
    };

    public static string Css(Move move, ReferralState state) =>
        IsExpected(move, state) ? "btn btn-primary" : move is Move.Decline or Move.Withdraw ? "btn btn-outline-danger" : "btn btn-outline-primary";
}

using System.Collections.Immutable;
using System.Text.Json;
using static Pimms.Referrals.ReferralState;

namespace Pimms.Referrals;

internal enum ReferralState
{
    Draft,
    Sent,
    Accepted,
    InformationRequested,
    OnHold,
    Answered,
    Declined,
    Withdrawn,
    Expired,
    Closed,
}

internal enum Move
{
    Send,
    Accept,
    RequestInformation,
    ProvideInformation,
    Hold,
    Resume,
    Answer,
    Decline,
    Withdraw,
    Close,
    Reopen,
    Expire,
    AutoClose,
}

/// <summary>One line of the table: who may do what from where. The system may do what it says, and nothing that is not its own.</summary>
internal sealed record ReferralMove(Move Move, ImmutableArray<ReferralState> From, ReferralState To, params ImmutableArray<Side> Sides);

/// <summary>The one table of moves. Guards, buttons, the API's <c>allowedMoves</c> and the documentation read it.</summary>
internal static class ReferralMoves
{
    public static readonly ImmutableArray<ReferralMove> All =
    [
        new(Move.Send, [Draft], Sent, Side.Association),
        new(Move.Accept, [Sent], Accepted, Side.Partner),
        new(Move.RequestInformation, [Sent, Accepted], InformationRequested, Side.Partner),
        new(Move.ProvideInformation, [InformationRequested], Accepted, Side.Association),
        new(Move.Answer, [Sent, Accepted, OnHold], Answered, Side.Partner),
        new(Move.Hold, [Accepted], OnHold, Side.Partner),
        new(Move.Resume, [OnHold], Accepted, Side.Partner, Side.System),
        new(Move.Decline, [Sent, Accepted], Declined, Side.Partner),
        new(Move.Close, [Answered, Declined, Expired], Closed, Side.Association),
        new(Move.Reopen, [Answered, Closed], Accepted, Side.Association),
        new(Move.Withdraw, [Sent, Accepted, InformationRequested, OnHold], Withdrawn, Side.Association),
        new(Move.Expire, [Sent], Expired, Side.System),
        new(Move.AutoClose, [Answered], Closed, Side.System),
    ];

    /// <summary>A closed referral can be reopened for so many days.</summary>
    public const int ReopenWithinDays = 60;

    /// <summary>All holds of a referral together last at most so many days.</summary>
    public const int HoldAtMostDays = 60;

    /// <summary>An answer that nobody verifies closes by itself after so many days.</summary>
    public const int AutoCloseAfterDays = 30;

    /// <summary>Somebody still owes something.</summary>
    public static readonly ImmutableArray<ReferralState> OpenStates = [Sent, Accepted, InformationRequested, OnHold];

    /// <summary>As the API calls it, in addresses, among <c>allowedMoves</c> and in refusals: <c>request-information</c>.</summary>
    public static string NameOf(Move move) => JsonNamingPolicy.KebabCaseLower.ConvertName(move.ToString());

    public static ReferralMove Of(Move move) => All.Single(line => line.Move == move);

    /// <summary>What a side may do from a state, in the order of the table, which is that of the buttons.</summary>
    public static IEnumerable<Move> From(ReferralState state, Side side) =>
        All.Where(line => line.From.Contains(state) && line.Sides.Contains(side)).Select(line => line.Move);
}

using System.Collections.Immutable;
using static Pimms.Conventions.ConventionState;

namespace Pimms.Conventions;

/// <summary>What an administrator may do with a convention.</summary>
internal enum ConventionMove
{
    Edit,
    Activate,
    Suspend,
    Resume,
    Terminate,
}

/// <summary>The one table that says what may be done from where; guards and buttons read it.</summary>
internal static class ConventionMoves
{
    private static readonly ImmutableArray<(ConventionMove Move, ImmutableArray<ConventionState> From)> All =
    [
        (ConventionMove.Edit, [Draft]),
        (ConventionMove.Activate, [Draft]),
        (ConventionMove.Suspend, [Active]),
        (ConventionMove.Resume, [Suspended]),
        (ConventionMove.Terminate, [Active, Suspended]),
    ];

    public static bool Allows(this ConventionState state, ConventionMove move) => All.Any(row => row.Move == move && row.From.Contains(state));

    /// <summary>The refusal of a move that the state does not allow: 409, as for referrals.</summary>
    public static Refusal NotAllowed(ConventionState from, ConventionMove move) =>
        Refusal.As(RefusalTypes.MoveNotAllowed, "", $"ConventionMove.NotFrom.{from}").With("from", from).With("move", move.ToString().ToLowerInvariant());
}

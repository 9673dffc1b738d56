using System.Collections.Immutable;
using System.Text.Json;
using static Pimms.Conventions.ConventionState;

namespace Pimms.Conventions;

/// <summary>What an administrator may do with a convention.</summary>
internal enum ConventionMove
{
    Edit,
    Activate,
    Amend,
    Suspend,
    Resume,
    Prolong,
    Terminate,

    /// <summary>Referents, what was received, documents: what is kept up to date beside what was signed.</summary>
    Keep,
}

/// <summary>The one table that says what may be done from where; guards and buttons read it.</summary>
internal static class ConventionMoves
{
    private static readonly ImmutableArray<(ConventionMove Move, ImmutableArray<ConventionState> From)> All =
    [
        (ConventionMove.Edit, [Draft]),
        (ConventionMove.Activate, [Draft]),
        (ConventionMove.Amend, [Active, Prolonged, Suspended]),
        (ConventionMove.Suspend, [Active, Prolonged]),
        (ConventionMove.Resume, [Suspended]),
        (ConventionMove.Prolong, [Active, Prolonged]),
        (ConventionMove.Terminate, [Active, Prolonged, Suspended]),
        (ConventionMove.Keep, [Draft, Active, Prolonged, Suspended, Ended]),
    ];

    /// <summary>The states in which a signed convention runs.</summary>
    public static readonly ImmutableArray<ConventionState> InForce = [Active, Prolonged, Suspended];

    public static bool Allows(this ConventionState state, ConventionMove move) => All.Any(row => row.Move == move && row.From.Contains(state));

    /// <summary>The refusal of a move that the state does not allow: 409, as for referrals.</summary>
    public static Refusal NotAllowed(ConventionState from, ConventionMove move) =>
        Refusal.As(RefusalTypes.MoveNotAllowed, "", $"ConventionMove.NotFrom.{from}").With("from", from).With("move", JsonNamingPolicy.KebabCaseLower.ConvertName(move.ToString()));
}

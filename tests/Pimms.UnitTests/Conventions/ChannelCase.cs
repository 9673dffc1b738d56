using FsCheck;
using FsCheck.Fluent;
using Pimms.Conventions;
using Pimms.Conventions.Contracts;

namespace Pimms.UnitTests;

/// <summary>Random conventions of one partner around a few days, so that first and last days are met all the time.</summary>
internal sealed record ChannelCase(IReadOnlyList<ChannelCandidate> Conventions, Guid Procedure, string? Commune, DateOnly Date)
{
    private static readonly DateOnly Origin = new(2026, 2, 26);
    private static readonly Guid[] Procedures = [.. Enumerable.Range(1, 3).Select(number => new Guid(number, 0, 0, new byte[8]))];
    private static readonly string[] Communes = ["30189", "30007", "2A004"];

    private static Gen<DateOnly> Day => Gen.Choose(0, 8).Select(Origin.AddDays);

    private static Gen<CandidateTerms> Terms(int number) =>
        from effective in Day
        from communes in Gen.SubListOf(Communes)
        from covered in Gen.SubListOf(Procedures)
        from days in Gen.Choose(1, 60)
        select new CandidateTerms(number, effective, [.. communes], [], false, 24, [.. covered.Select(procedure => new CandidateCommitment(procedure, days, days + 1, 30, null))]);

    private static Gen<ChannelCandidate> Convention =>
        from state in Gen.Elements(ConventionState.Active, ConventionState.Active, ConventionState.Prolonged, ConventionState.Suspended, ConventionState.Ended)
        from renews in Gen.Elements(false, false, true)
        from starts in Day
        from ends in Day
        from first in Terms(1)
        from second in Terms(2)
        from versions in Gen.Elements(1, 2)
        select new ChannelCandidate(Guid.NewGuid(), "2026-01", state, starts, ends, "travaux", versions == 1 ? [first] : [second, first]) { Renews = renews && (state is ConventionState.Active or ConventionState.Suspended) };

    public static Arbitrary<ChannelCase> Any { get; } = (
        from count in Gen.Choose(0, 4)
        from conventions in Gen.ListOf(Convention, count)
        from procedure in Gen.Elements(Procedures)
        from commune in Gen.Elements([null, .. Communes])
        from date in Gen.Choose(-1, 9).Select(Origin.AddDays)
        select new ChannelCase([.. conventions], procedure, commune, date)).ToArbitrary();
}

using FsCheck;
using FsCheck.Fluent;
using Pimms.Conventions;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

/// <summary>What may happen to a convention, and when: days count from the eve of its first day.</summary>
internal enum Happening
{
    Suspend,
    Resume,
    Prolong,
    Terminate,
    Amend,
}

/// <summary>A convention from its signature on, made up at random around the ends of short terms.</summary>
internal sealed record ConventionStory(DateOnly StartsOn, int Length, int? RenewalMonths, IReadOnlyList<(int Day, Happening What, int Days, bool Both)> Happenings, int Asked, bool AboutSecond)
{
    private static readonly CurrentUser Work = CurrentUser.System("schedules");

    public static Arbitrary<ConventionStory> Any { get; } = (
        from start in Gen.Choose(0, 400).Select(new DateOnly(2027, 1, 1).AddDays)
        from length in Gen.Choose(1, 100)
        from renewal in Gen.Elements<int?>(null, 1, 1, 2, 3)
        from count in Gen.Choose(0, 5)
        from happenings in Gen.ListOf(from day in Gen.Choose(1, 150) from what in Gen.Elements(Enum.GetValues<Happening>()) from days in Gen.Choose(0, 90) from both in Gen.Elements(true, false) select (day, what, days, both), count)
        from asked in Gen.Choose(-5, 150)
        from second in Gen.Elements(true, false)
        select new ConventionStory(start, length, renewal, [.. happenings.OrderBy(one => one.day)], asked, second)).ToArbitrary();

    public DateOnly EndsOn => StartsOn.AddDays(Length - 1);

    public Guid Procedure => Procedures[AboutSecond ? 1 : 0].Id;

    /// <summary>The day of the question: never before what happened.</summary>
    public DateOnly AskedOn => Happenings.Select(one => StartsOn.AddDays(one.Day)).Append(StartsOn.AddDays(Asked)).Max();

    /// <summary>Lives it, and keeps what was not refused. The schedules have run each day before people come.</summary>
    public (Convention Convention, IReadOnlyList<(DateOnly Day, Happening What, DateOnly About, bool Both)> Done) Live()
    {
        var content = Content() with { StartsOn = StartsOn, EndsOn = EndsOn, Renewal = RenewalMonths is { } months ? new() { Months = months, NoticeMonths = 1 } : null };
        var convention = Convention.Draft(content, Partner, Administrator, At(StartsOn.AddDays(-20)));
        Assert.Null(convention.Activate(StartsOn.AddDays(-20), [], Administrator, At(StartsOn.AddDays(-20))).Refusal);
        var done = new List<(DateOnly, Happening, DateOnly, bool)>();
        foreach (var (offset, what, days, both) in Happenings)
        {
            var (day, about) = (StartsOn.AddDays(offset), StartsOn.AddDays(offset + days));
            RunSchedules(convention, day);
            if (Happen(convention, content, day, what, about, both).Refusal is null)
                done.Add((day, what, about, both));
        }
        return (convention, done);
    }

    public static void RunSchedules(Convention convention, DateOnly day)
    {
        if (!ConventionMoves.InForce.Contains(convention.State) || convention.EndsOn >= day)
            return;
        if (convention.NoticeBy is null)
            convention.Expire(Work, At(day));
        else
            convention.Renew(Work, At(day));
    }

    private static Kernel.Result Happen(Convention convention, DraftConvention content, DateOnly day, Happening what, DateOnly about, bool both) => what switch
    {
        Happening.Suspend => convention.Suspend("Travaux.", Administrator, At(day)),
        Happening.Resume => convention.Resume(Administrator, At(day)),
        Happening.Prolong => convention.Prolong("Signature attendue.", about, Administrator, At(day)),
        Happening.Terminate => convention.Terminate("Fin.", about, Administrator, At(day)),
        _ => convention.Amend(content with { EndsOn = convention.EndsOn, Renewal = As(convention.Renewal), Procedures = [.. Covered(both)] }, about, "Avenant.", Partner, Administrator, At(day)),
    };

    private static IEnumerable<ProcedureContent> Covered(bool both) =>
        (both ? Procedures : Procedures.Take(1)).Select(procedure => new ProcedureContent { ProcedureId = procedure.Id, AcknowledgeWithinDays = 2, AnswerWithinDays = 7 });

    private static RenewalContent? As(Renewal? renewal) => renewal is null ? null : new() { Months = renewal.Months, NoticeMonths = renewal.NoticeMonths };

    /// <summary>Noon in Paris, so that the day is the day.</summary>
    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);
}

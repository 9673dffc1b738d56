namespace Pimms.Conventions;

/// <content>What is kept up to date beside what was signed: who speaks for each side, what was received.</content>
internal sealed partial class Convention
{
    /// <summary>Names the people of both sides; who is not named is none.</summary>
    public Result NameReferents(IReadOnlyDictionary<(Side Side, ReferentRank Rank), PersonSummary> people, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Keep, () =>
    {
        if (people.Count == referents.Count && referents.All(known => people.TryGetValue((known.Side, known.Rank), out var person) && person.Id == known.PersonId))
            return null;

        referents.RemoveAll(known => !people.ContainsKey((known.Side, known.Rank)));
        foreach (var (place, person) in people)
        {
            if (referents.Find(known => (known.Side, known.Rank) == place) is { } known)
                known.Become(person);
            else
                referents.Add(Referent.Of(this, place.Side, place.Rank, person));
        }
        Record(StepKind.ReferentsChanged, by, at);
        return null;
    });

    /// <summary>Somebody lost access: the deputy takes the place, and it is written down that one is missing.</summary>
    public void Lose(Guid personId, CurrentUser by, DateTimeOffset at)
    {
        foreach (var gone in referents.Where(one => one.PersonId == personId).ToList())
        {
            var deputy = gone.Rank == ReferentRank.Referent ? referents.Find(one => one.Side == gone.Side && one.Rank == ReferentRank.Deputy && one.PersonId != personId) : null;
            var name = gone.Name;
            if (deputy is not null)
                gone.Become(new(deputy.PersonId, deputy.Name, Active: true));
            referents.Remove(deputy ?? gone);
            Record(deputy is not null ? StepKind.DeputyTookOver : gone.Rank == ReferentRank.Deputy ? StepKind.DeputyLeft : StepKind.ReferentLeft, by, at, name);
        }
    }

    /// <summary>Euros that arrived; a negative amount takes an entry back, and says why.</summary>
    public Result Receive(decimal amount, DateOnly on, string note, CurrentUser by, DateTimeOffset at) => Make(ConventionMove.Keep, () =>
    {
        if (on > WorkingCalendar.DayOf(at))
            return Refusal.Of("ReceivedOn", "ReceiveContribution.ReceivedOn.Future");

        Record(StepKind.ContributionReceived, by, at, note, on, amount);
        return null;
    });

    /// <summary>A paper that was signed is a PDF; the rest may be anything that is taken.</summary>
    public Result Add(FileKind kind, StoredFile file, CurrentUser by, DateTimeOffset at, Guid? id = null) => Make(ConventionMove.Keep, () =>
    {
        if (kind != FileKind.Other && file.ContentType != "application/pdf")
            return Refusal.As(RefusalTypes.DocumentRefused, nameof(ConventionFile.File), "AddDocument.NotAPdf").With("reason", "NotAPdf");

        files.Add(ConventionFile.Of(this, kind, file, by, at, id));
        Record(StepKind.DocumentAdded, by, at, file.FileName);
        return null;
    });
}

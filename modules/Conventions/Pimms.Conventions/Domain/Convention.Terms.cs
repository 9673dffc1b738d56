namespace Pimms.Conventions;

/// <summary>Its days, as others are told of them.</summary>
internal sealed partial class Convention
{
    /// <summary>Tells administrators and both sides' referents that a day comes near; it changes nothing of the convention.</summary>
    public void Warn(TermAlertKind kind, DateOnly day, DateTimeOffset at) => Raise(new ConventionTermNear(
        Id, PartnerId, Reference, kind.ToString(), day, day.DayNumber - WorkingCalendar.DayOf(at).DayNumber, [.. referents.Select(referent => referent.PersonId).Distinct()], at));
}

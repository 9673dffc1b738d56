namespace Pimms.Referrals;

/// <summary>Something done on the way, and who did it: the person's own path. The association's alone; partners never see it.</summary>
internal sealed class Step : IJournaled
{
    /// <summary>Characters: a step is one line.</summary>
    public const int Longest = 200;

    private Step()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>The case's site: the row is seen by who sees the case.</summary>
    public Guid SiteId { get; private init; }

    public DateOnly Day { get; private set; }

    public StepBy By { get; private set; }

    public string Text { get; private set; } = "";

    public Guid AuthorId { get; private init; }

    public string AuthorName { get; private init; } = "";

    public DateTimeOffset WrittenAt { get; private init; }

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);

    internal static Step Of(Case its, StepBy by, string text, DateOnly day, CurrentUser author, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), CaseId = its.Id, SiteId = its.SiteId, By = by, Text = text, Day = day, AuthorId = author.Id, AuthorName = author.Name, WrittenAt = at,
    };

    public void Correct(StepBy by, string text, DateOnly day) => (By, Text, Day) = (by, text, day);

    /// <summary>Its author may take back a slip on the day it was written; afterwards it is part of the path.</summary>
    public bool IsOpenTo(CurrentUser user, DateOnly today) => AuthorId == user.Id && WorkingCalendar.DayOf(WrittenAt) == today;
}

/// <summary>Who did a step.</summary>
internal enum StepBy
{
    Alone,
    WithHelp,
    Mediator,
}

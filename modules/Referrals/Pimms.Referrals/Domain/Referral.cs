namespace Pimms.Referrals;

/// <summary>One request to one partner: own state, own clocks, own conversation. What each side may do is in <see cref="ReferralMoves"/>.</summary>
internal sealed partial class Referral : Aggregate
{
    private Referral()
    {
    }

    /// <summary>What people call it: <c>2026-000123</c>.</summary>
    public string Number { get; private init; } = "";

    public Guid CaseId { get; private init; }

    public Guid SiteId { get; private init; }

    public string SiteName { get; private init; } = "";

    public Guid MediatorId { get; private set; }

    public string MediatorName { get; private set; } = "";

    public Addressee To { get; private set; } = default!;

    /// <summary>
    /// The unit whose agents the database shows the row and its children to: nobody (zeros) while it is a draft and once consent is
    /// withdrawn. Children carry it too, by a cascading key: sending, transferring and cutting off are one change of one column.
    /// </summary>
    public Guid VisibleToUnit { get; private set; }

    public ReferralRequest Request { get; private set; } = default!;

    public ReferralState State { get; private set; }

    /// <summary>Counts moves, assignments and edits, not messages: what a page saw, and what "changed meanwhile" is told from.</summary>
    public int Revision { get; private set; }

    /// <summary>The convention's terms it was sent under, and is judged by; null while it is a draft.</summary>
    public ReferralTerms? Terms { get; private set; }

    public Dictionary<BeneficiaryField, string> Disclosed { get; private set; } = [];

    /// <summary>The names, and only these, of what the partner receives once it accepts.</summary>
    public List<BeneficiaryField> DisclosedLater { get; private set; } = [];

    public LateDisclosure? Late { get; private set; }

    /// <summary>Whether the partner has ever accepted: what was due after acceptance stays open then.</summary>
    public bool Accepted { get; private set; }

    public Guid? AssigneeId { get; private set; }

    public string? AssigneeName { get; private set; }

    public ReferralClocks Clocks { get; private set; } = new();

    public DateOnly? HarmDate { get; private set; }

    /// <summary>The earliest of the clocks and the harm date: what lists sort by. Far away when nothing is due.</summary>
    public DateOnly NextDueOn { get; private set; } = Never;

    public List<InformationItem> InformationItems { get; private set; } = [];

    /// <summary>Why it rests, in words and since which day, and until when.</summary>
    public HoldReason? HoldReason { get; private set; }

    public string? HoldText { get; private set; }

    public DateOnly? HeldSince { get; private set; }

    /// <summary>Days that earlier holds lasted: all holds together have a bound.</summary>
    public int HeldDays { get; private set; }

    public DateOnly? ResumeOn { get; private set; }

    public PartnerDecision? Decision { get; private set; }

    /// <summary>What was decided before each reopening, the oldest first.</summary>
    public List<FormerAnswer> FormerAnswers { get; private set; } = [];

    public WithdrawReason? WithdrawReason { get; private set; }

    public VerifiedResult? VerifiedResult { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>First reading by the partner.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public List<ReferralEvent> Timeline { get; } = [];

    public List<ReferralMessage> Messages { get; } = [];

    /// <summary>No date is later.</summary>
    public static readonly DateOnly Never = new(9999, 12, 31);

    public static Referral Draft(string number, Case its, string siteName, Addressee to, ReferralRequest request, CurrentUser by, DateTimeOffset at, Guid? id = null)
    {
        var referral = new Referral
        {
            Id = id ?? Guid.CreateVersion7(at), Number = number, CaseId = its.Id, SiteId = its.SiteId, SiteName = siteName, MediatorId = by.Id, MediatorName = by.Name,
            To = to, Request = request, CreatedAt = at, ChangedAt = at, HarmDate = its.HarmDate,
        };
        referral.Tell("Draft", by, at, Visibility.OwnSide);
        return referral;
    }

    /// <summary>Writes the request anew, while it is a draft; perhaps with a newer version of the form. The same again is no change: it disturbs nobody's page.</summary>
    public Result Edit(ReferralRequest request, int formVersion, DateTimeOffset at)
    {
        if (State != ReferralState.Draft)
            return Refusal.As(RefusalTypes.MoveNotAllowed, "", "Referral.NoLongerDraft").With("from", State);
        if (formVersion == To.FormVersion && Request.SaysTheSameAs(request))
            return Result.Done;
        (Request, To, ChangedAt) = (request, To with { FormVersion = formVersion }, at);
        Revision++;
        return Result.Done;
    }

    /// <summary>What the partner knows of the person by this referral, or will once it accepts.</summary>
    /// <param name="documents">Whether the association shared files of the person's with it.</param>
    public IReadOnlyList<ConsentCategory> Shared(bool documents) => ConsentCategories.SharedWith(Disclosed.Keys.Concat(DisclosedLater), documents);

    /// <summary>The same is open for what seems to be the same person, and the mediator has a reason to ask again: kept, for one's own side.</summary>
    public void GoOnDespite(OpenRequest open, string reason, CurrentUser by, DateTimeOffset at) =>
        Tell("Duplicate", by, at, Visibility.OwnSide, $"{open.SentOn:yyyy-MM-dd} {open.Site}", reason);

    /// <summary>What a side may do now, in the order of the buttons.</summary>
    public IEnumerable<Move> AllowedMoves(Side side, DateTimeOffset at) =>
        ReferralMoves.From(State, side).Where(move => move switch
        {
            Move.Reopen => CanStillReopen(at),
            Move.Hold => LastDayOfHold(at) > WorkingCalendar.DayOf(at),
            _ => true,
        });

    /// <summary>The latest day on which a hold that begins now may end.</summary>
    public DateOnly LastDayOfHold(DateTimeOffset at) => WorkingCalendar.DayOf(at).AddDays(ReferralMoves.HoldAtMostDays - HeldDays);

    /// <summary>It was declined for good, and a better partner was named.</summary>
    public bool CanBeRedirected => State is ReferralState.Declined or ReferralState.Closed && Decision is { DeclineReason: not null, SuggestedPartnerId: not null };

    /// <summary>The partner reads it for the first time.</summary>
    public void See(CurrentUser by, DateTimeOffset at)
    {
        if (SeenAt is not null || by.Side != Side.Partner)
            return;
        SeenAt = at;
        Tell("Seen", by, at, Visibility.Shared);
    }

    public ReferralMessage Say(string text, Visibility visibility, CurrentUser by, DateTimeOffset at)
    {
        var message = new ReferralMessage
        {
            Id = Guid.CreateVersion7(at), ReferralId = Id, SiteId = SiteId, VisibleToUnit = VisibleToUnit, At = at, AuthorId = by.Id, Who = by.Name, Side = by.Side, Visibility = visibility, Text = text,
        };
        Messages.Add(message);
        return message;
    }

    /// <summary>Puts a colleague in charge, or nobody.</summary>
    public void Assign(Guid? assigneeId, string? assigneeName, CurrentUser by, DateTimeOffset at)
    {
        (AssigneeId, AssigneeName, ChangedAt) = (assigneeId, assigneeName, at);
        Revision++;
        Tell("Assign", by, at, Visibility.OwnSide, assigneeName);
    }

    /// <summary>Hands it to another unit of the same partner; the clocks keep running.</summary>
    public void Transfer(Guid unitId, string unitName, string? text, CurrentUser by, DateTimeOffset at)
    {
        (To, VisibleToUnit, AssigneeId, AssigneeName, ChangedAt) = (To with { UnitId = unitId, UnitName = unitName }, unitId, null, null, at);
        Revision++;
        Tell("Transfer", by, at, Visibility.Shared, unitName, text);
    }

    /// <summary>What was taken out of the partner's sight nobody would take up again.</summary>
    private bool CanStillReopen(DateTimeOffset at) => VisibleToUnit != Guid.Empty &&
        (State != ReferralState.Closed || ClosedAt?.AddDays(ReferralMoves.ReopenWithinDays) >= at);

    private void Tell(string kind, CurrentUser by, DateTimeOffset at, Visibility visibility, string? detail = null, string? text = null) => Timeline.Add(new()
    {
        Id = Guid.CreateVersion7(at), ReferralId = Id, SiteId = SiteId, VisibleToUnit = VisibleToUnit, Revision = Revision, At = at, Kind = kind, Side = by.Side,
        Who = by.Side == Side.System ? "" : by.Name, Visibility = visibility, Detail = detail, Text = string.IsNullOrWhiteSpace(text) ? null : text,
    });
}

/// <summary>What of the convention the referral keeps.</summary>
internal sealed record ReferralTerms(Guid ConventionId, int ConventionVersion, string Reference, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays, bool NirAllowed = false);

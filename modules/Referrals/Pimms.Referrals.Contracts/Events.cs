namespace Pimms.Referrals.Contracts;

/// <summary>A referral moved. Ids, dates and codes only: who is told reads the rest within its own bounds.</summary>
/// <param name="ReferralId">Which.</param>
/// <param name="Number">What people call it: <c>2026-000123</c>.</param>
/// <param name="Move">What happened: the name of a move of the table (<c>Send</c>, <c>Answer</c> …).</param>
/// <param name="To">The state it is in now.</param>
/// <param name="BySide"><c>Association</c>, <c>Partner</c> or <c>System</c>.</param>
/// <param name="SiteId">The site it was sent from.</param>
/// <param name="MediatorId">The mediator in charge.</param>
/// <param name="PartnerId">The partner asked.</param>
/// <param name="UnitId">The unit asked.</param>
/// <param name="AssigneeId">The agent in charge; null when nobody is.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReferralMoved(
    Guid ReferralId, string Number, string Move, string To, string BySide, Guid SiteId, Guid MediatorId, Guid PartnerId, Guid UnitId, Guid? AssigneeId, DateTimeOffset At);

/// <summary>Somebody tried the code of a receipt with wrong birth dates until it ended: it opens nothing any more.</summary>
/// <param name="CaseId">The case that it followed.</param>
/// <param name="Number">What people call the case.</param>
/// <param name="SiteId">The case's site.</param>
/// <param name="MediatorId">Who is in charge of the case.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReceiptCodeEnded(Guid CaseId, string Number, Guid SiteId, Guid MediatorId, DateTimeOffset At);

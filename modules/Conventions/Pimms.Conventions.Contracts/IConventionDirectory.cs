namespace Pimms.Conventions.Contracts;

/// <summary>
/// What conventions allow. Reads only, and never from memory: a change of a convention counts for the next question.
/// When several conventions stand between the partner and the request, the answer is that of the one nearest to being open:
/// open, then <see cref="ClosedReason.CommuneOutside"/>, <see cref="ClosedReason.Suspended"/>, <see cref="ClosedReason.NotStarted"/>,
/// <see cref="ClosedReason.Expired"/>; <see cref="ClosedReason.ProcedureNotCovered"/> when there are some but none names the procedure,
/// <see cref="ClosedReason.NoConvention"/> when there is none at all. Drafts do not count.
/// </summary>
public interface IConventionDirectory
{
    /// <summary>Whether a partner may be asked this today for somebody who lives there, and on which terms; or why not.</summary>
    /// <param name="partnerId">Who would be asked.</param>
    /// <param name="procedureId">What for.</param>
    /// <param name="commune">INSEE code of where the beneficiary lives; null when unknown, which only a convention without territory covers.</param>
    /// <param name="date">The day of sending, Europe/Paris.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<Channel> Channel(Guid partnerId, Guid procedureId, string? commune, DateOnly date, CancellationToken ct);

    /// <summary>The same for several procedures of a partner in one query: every id that was asked for is answered.</summary>
    Task<IReadOnlyDictionary<Guid, Channel>> Channels(Guid partnerId, IReadOnlyCollection<Guid> procedureIds, string? commune, DateOnly date, CancellationToken ct);

    /// <summary>Whether there were conventions with the partner and every one has ended. Drafts do not count; a suspended one has not ended. Sees what the transaction under way sees.</summary>
    Task<bool> HaveAllEnded(Guid partnerId, CancellationToken ct);
}

/// <summary>The answer: open on terms, or closed and why. <see cref="Reason"/> is null exactly when it is open, and <see cref="Terms"/> is not.</summary>
/// <param name="Reason">Why it is closed.</param>
/// <param name="Terms">What was agreed.</param>
public sealed record Channel(ClosedReason? Reason, ChannelTerms? Terms)
{
    /// <summary>Whether a referral may be sent.</summary>
    public bool Open => Reason is null;

    /// <summary>The day that goes with the reason: the first day for <see cref="ClosedReason.NotStarted"/>, the last for <see cref="ClosedReason.Expired"/>, the first of the next month for <see cref="ClosedReason.CapReached"/>; otherwise null.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>For <see cref="ClosedReason.Suspended"/>, why, as the administrator wrote it for mediators; otherwise null.</summary>
    public string? Explanation { get; init; }

    /// <summary>Who at the association knows more of the convention that answered; null when nobody is named, or there is none.</summary>
    public string? AskWhom { get; init; }
}

/// <summary>The terms a referral is sent under, and judged by ever after.</summary>
/// <param name="ConventionId">The convention.</param>
/// <param name="ConventionVersion">1 for the convention as signed; amendments count on.</param>
/// <param name="Reference">What people call the convention: <c>2025-07</c>.</param>
/// <param name="AcknowledgeWithinDays">Working days, 1 or more.</param>
/// <param name="AnswerWithinDays">Working days, 1 or more.</param>
/// <param name="ExpiryDays">Calendar days after which an unanswered referral expires.</param>
/// <param name="Disclosed">Which beneficiary fields the partner receives, and when.</param>
/// <param name="NirAllowed">Whether a social-security number may stand in it.</param>
/// <param name="RetentionMonths">How long content is kept, 1 to 36.</param>
public sealed record ChannelTerms(
    Guid ConventionId, int ConventionVersion, string Reference, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays,
    IReadOnlyList<DisclosedField> Disclosed, bool NirAllowed, int RetentionMonths)
{
    /// <summary>How many referrals for this procedure may be sent in a calendar month (Europe/Paris), 1 or more; null for any number. Who sends counts.</summary>
    public int? MonthlyCap { get; init; }
}

/// <summary>One field of the data annex.</summary>
/// <param name="Field">Which.</param>
/// <param name="When">When the partner can read it.</param>
public sealed record DisclosedField(BeneficiaryField Field, DisclosureTime When);

/// <summary>What of a beneficiary may be disclosed. On the API by camelCase name.</summary>
public enum BeneficiaryField
{
    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Given name.</summary>
    GivenName,

    /// <summary>Birth date.</summary>
    BirthDate,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Street and number.</summary>
    Address,

    /// <summary>INSEE code of the commune.</summary>
    Commune,

    /// <summary>Language the person prefers.</summary>
    PreferredLanguage,

    /// <summary>How the person must not be reached.</summary>
    ContactRestrictions,
}

/// <summary>When a disclosed field becomes readable.</summary>
public enum DisclosureTime
{
    /// <summary>As soon as the referral is sent.</summary>
    AtSending,

    /// <summary>Once the partner has accepted the referral.</summary>
    AfterAcceptance,
}

/// <summary>Why nothing can be sent.</summary>
public enum ClosedReason
{
    /// <summary>There is none with this partner, or only drafts.</summary>
    NoConvention,

    /// <summary>It starts later.</summary>
    NotStarted,

    /// <summary>It is suspended.</summary>
    Suspended,

    /// <summary>It has ended.</summary>
    Expired,

    /// <summary>It does not cover this procedure.</summary>
    ProcedureNotCovered,

    /// <summary>It does not cover where the person lives.</summary>
    CommuneOutside,

    /// <summary>The month's cap is reached.</summary>
    CapReached,
}

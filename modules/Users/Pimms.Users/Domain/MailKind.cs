namespace Pimms.Users;

/// <summary>What a person is told of: the moves of a referral that ask for something, or end a wait.</summary>
internal enum MailKind
{
    Send,
    Accept,
    RequestInformation,
    ProvideInformation,
    Answer,
    Decline,
    Withdraw,
    Close,
    Reopen,
    Expire,

    /// <summary>About no referral: the person has been given access.</summary>
    Invite,

    /// <summary>The last day to give notice of a convention comes near.</summary>
    ConventionNotice,

    /// <summary>The last day of a convention comes near.</summary>
    ConventionEnd,

    /// <summary>The end of a convention's term comes near, and another term follows.</summary>
    ConventionRenewal,

    /// <summary>About no referral: the person has not been here for long, and the access is about to end.</summary>
    WarnOfInactivity,

    /// <summary>About several at once: a day's news of whoever wants one mail a day.</summary>
    Digest,

    /// <summary>A case's code was tried until it ended.</summary>
    ReceiptCodeEnded,
}

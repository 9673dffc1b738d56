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

    /// <summary>About no referral: the person has not been here for long, and the access is about to end.</summary>
    WarnOfInactivity,
}

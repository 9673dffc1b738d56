namespace Pimms.Users;

/// <summary>How a person wants to be told of referrals and conventions.</summary>
internal enum MailDelivery
{
    AtOnce,

    /// <summary>One mail each working morning, on days with news.</summary>
    Daily,

    None,
}

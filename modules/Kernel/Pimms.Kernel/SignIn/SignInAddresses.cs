namespace Pimms.Kernel;

/// <summary>The sign-in's own addresses. The pages behind the last three are the host's.</summary>
public static class SignInAddresses
{
    /// <summary>GET, with <c>returnUrl</c> (an address of this host) and <c>login_hint</c>: goes to the issuer.</summary>
    public const string SignIn = "/sign-in";

    /// <summary>POST, from a page of this host: ends the session here and at the issuer.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>Where the issuer says that a session has ended.</summary>
    public const string BackchannelLogout = "/signout-backchannel";

    /// <summary>Page for a sign-in that did not work; <c>why</c> is one of <see cref="SignInFailures"/>.</summary>
    public const string Failed = "/sign-in-failed";

    /// <summary>Page after signing out.</summary>
    public const string SignedOut = "/signed-out";
}

/// <summary>Why a sign-in did not work, for the page that says what to do.</summary>
public static class SignInFailures
{
    /// <summary>The person, or the issuer, said no.</summary>
    public const string Denied = "denied";

    /// <summary>It took too long, was begun in another browser, or was sent twice.</summary>
    public const string Stale = "stale";

    /// <summary>The issuer does not answer.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Anything else; the log says what.</summary>
    public const string Unknown = "unknown";
}

using Npgsql;

namespace Pimms.Kernel;

/// <summary>The database does not answer: not a failure of what was asked, and over when it does again.</summary>
public sealed class DatabaseSilentException : Exception
{
    /// <param name="message">For the log.</param>
    /// <param name="failure">What ended when it was given up.</param>
    public DatabaseSilentException(string message, Exception? failure = null) : base(message, failure)
    {
    }
}

/// <summary>Tells a database that is gone from one that refuses what it was asked.</summary>
public static class DatabaseOutage
{
    /// <summary>What <c>Retry-After</c> says, in seconds.</summary>
    public const string RetryAfterSeconds = "5";

    // The server is going, gone, or coming up; the connection broke; or it has no room for another one.
    private static readonly string[] States = ["08", "53", "57P"];

    /// <summary>Whether this is what a failure came from, however deep.</summary>
    public static bool Is(Exception? failure) => failure switch
    {
        null => false,
        DatabaseSilentException => true,
        PostgresException refused => States.Any(state => refused.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException broken => broken.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException || broken.IsTransient,
        _ => Is(failure.InnerException),
    };

    /// <summary>
    /// Whether a connection had died before it was asked anything, as those do that lie in a pool while the server is started again. A server that
    /// does not answer in time is another matter: asking it twice doubles the wait.
    /// </summary>
    internal static bool IsDeadConnection(NpgsqlException failure) => failure switch
    {
        PostgresException said => said.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        { InnerException: IOException or System.Net.Sockets.SocketException } => failure.InnerException.InnerException is not TimeoutException,
        _ => false,
    };
}

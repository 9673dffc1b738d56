using System.Text.Json;

namespace Pimms.Host;

/// <summary>What the host says of itself, outside Development.</summary>
internal static class StructuredLogs
{
    /// <summary>
    /// One event is one line of JSON, with the id of its request: whatever somebody sent stands in it as a value, and a line break in that is two characters.
    /// </summary>
    public static void WriteStructured(this ILoggingBuilder logging) => logging.ClearProviders().AddJsonConsole(console =>
    {
        console.IncludeScopes = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        console.JsonWriterOptions = new JsonWriterOptions { Indented = false };
    });
}

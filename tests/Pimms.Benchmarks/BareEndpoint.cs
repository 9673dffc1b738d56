using System.Text.Json;
using Npgsql;

namespace Pimms.Benchmarks;

/// <summary>The yardstick: what one pays at least. Npgsql reads the same 25 rows of the same index and writes them as JSON; nobody is signed in, nothing is protected.</summary>
internal static class BareEndpoint
{
    public static async Task Serve(string connection, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add(address);
        var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ConnectionString).Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/rows", async (HttpContext http, Guid unit) =>
        {
            await using var command = source.CreateCommand("""
                select id, number, request_subject, state, site_name, assignee_name, next_due_on, sent_at from referrals.referrals
                where visible_to_unit = $1 and state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold') and state in ('Sent', 'Accepted')
                order by next_due_on, id limit 25
                """);
            command.Parameters.AddWithValue(unit);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<Row>(25);
            while (await reader.ReadAsync())
                rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetFieldValue<DateOnly>(6), reader.GetFieldValue<DateTimeOffset>(7)));
            http.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(http.Response.Body, rows, JsonSerializerOptions.Web);
        });
        await app.RunAsync();
    }

    private sealed record Row(Guid Id, string Number, string Subject, string State, string SiteName, string? AssigneeName, DateOnly NextDueOn, DateTimeOffset SentAt);
}

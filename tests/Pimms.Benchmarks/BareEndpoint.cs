using System.Text.Json;
using Npgsql;

namespace Pimms.Benchmarks;

/// <summary>The yardstick: what one pays at least. Npgsql reads the same 25 rows of the same index, all that the inbox reads of them, and writes them as JSON; nobody is signed in, nothing is protected.</summary>
internal static class BareEndpoint
{
    public static async Task Serve(string connection, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add(address);
        // The host tells the database the same of its disk: the yardstick must not be slow for want of a plan.
        var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, Options = "-c random_page_cost=1.1" }.ConnectionString).Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/rows", async (HttpContext http, Guid unit) =>
        {
            await using var command = source.CreateCommand("""
                select id, revision, site_id, partner_id, unit_id, procedure_id, number, request_subject, request_urgency, state, site_name, to_partner_name, to_unit_name, assignee_id, assignee_name, mediator_name,
                       sent_at, changed_at, seen_at, clocks_acknowledge_due_on, clocks_acknowledged_at is not null, clocks_answer_due_on, clocks_days_left_at_pause, resume_on, harm_date, next_due_on
                from referrals.referrals
                where visible_to_unit = $1 and state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold') and state in ('Sent', 'Accepted')
                order by next_due_on, id limit 25
                """);
            command.Parameters.AddWithValue(unit);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<Row>(25);
            while (await reader.ReadAsync())
            {
                rows.Add(new(
                    reader.GetGuid(0), reader.GetInt32(1), reader.GetGuid(2), reader.GetGuid(3), reader.GetGuid(4), reader.GetGuid(5), reader.GetString(6), reader.GetString(7), reader.GetString(8), reader.GetString(9),
                    reader.GetString(10), reader.GetString(11), reader.GetString(12), Or<Guid>(reader, 13), reader.IsDBNull(14) ? null : reader.GetString(14), reader.GetString(15),
                    Or<DateTimeOffset>(reader, 16), reader.GetFieldValue<DateTimeOffset>(17), Or<DateTimeOffset>(reader, 18), Or<DateOnly>(reader, 19), reader.GetBoolean(20), Or<DateOnly>(reader, 21), Or<int>(reader, 22),
                    Or<DateOnly>(reader, 23), Or<DateOnly>(reader, 24), reader.GetFieldValue<DateOnly>(25)));
            }
            http.Response.ContentType = "application/json";
            await JsonSerializer.SerializeAsync(http.Response.Body, rows, JsonSerializerOptions.Web);
        });
        await app.RunAsync();
    }

    private static T? Or<T>(NpgsqlDataReader row, int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private sealed record Row(
        Guid Id, int Revision, Guid SiteId, Guid PartnerId, Guid UnitId, Guid ProcedureId, string Number, string Subject, string Urgency, string State, string SiteName, string PartnerName, string UnitName, Guid? AssigneeId, string? AssigneeName, string MediatorName,
        DateTimeOffset? SentAt, DateTimeOffset ChangedAt, DateTimeOffset? SeenAt, DateOnly? AcknowledgeDueOn, bool Acknowledged, DateOnly? AnswerDueOn, int? DaysLeftAtPause, DateOnly? ResumeOn, DateOnly? HarmDate, DateOnly NextDueOn);
}

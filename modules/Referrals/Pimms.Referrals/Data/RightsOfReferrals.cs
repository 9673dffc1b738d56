using static Pimms.Kernel.RowSecurity;

namespace Pimms.Referrals;

/// <summary>
/// What people's requests may do with the module's rows, by verb. What happened (timeline, messages, tombstones, files that went out) is added
/// and stays. A draft is its site's to write and to discard; what was sent changes by the moves alone: see <see cref="GuardsOfReferrals"/>.
/// </summary>
internal static class RightsOfReferrals
{
    private const string NobodySees = "visible_to_unit = '00000000-0000-0000-0000-000000000000'";
    private static readonly string Site = SiteIsMine("site_id");
    private static readonly string Shown = $"({Site} or {UnitIsMine("visible_to_unit")})";
    private static readonly string MySide = $"side = {CurrentSide}";
    private static readonly string Mine = PersonIsMe("author_id");
    private static readonly string Mediator = $"({RoleIs(Role.Mediator)} or {RoleIs(Role.SiteLead)})";
    private static readonly string MyUnit = UnitIsMine("unit_id");

    public static PeoplesRights All { get; } = new()
    {
        Tables =
        [
            new("cases") { Insert = Site, Update = Site, Fixed = ["id", "number", "site_id", "opened_at", "post_id", "post_name"] },
            new("consents") { Insert = Site, Update = Site, Columns = ["withdrawals", "withdrawn_at"] },
            new("consent_evidence") { Insert = Site, Delete = Site },
            new("case_files") { Insert = $"{Site} and {Mine}", Delete = Site },
            new("steps") { Insert = $"{Site} and {Mine}", Update = $"{Site} and {Mine}", Delete = $"{Site} and {Mine}", Columns = ["day", "by", "text"] },
            new("receipts") { Insert = Site, Update = Site, Fixed = ["case_id", "site_id"] },
            new("redirections") { Insert = Site },
            new("referrals")
            {
                Insert = $"{Site} and state = 'Draft' and sent_at is null and not accepted and {NobodySees}",
                Update = Shown,
                Delete = $"{Site} and state = 'Draft'",
                // What acceptance opens is opened by the move: the guard says when.
                Fixed = ["id", "number", "case_id", "site_id", "site_name", "created_at", "accepted"],
            },
            new("late_disclosures") { Insert = $"{Site} and not accepted" },
            new("events") { Insert = $"{Shown} and {MySide}" },
            new("messages") { Insert = $"{Shown} and {MySide} and {Mine}" },
            new("documents") { Insert = $"{Shown} and {MySide} and {Mine}", Delete = Site },
            new("tombstones") { Insert = Site },
            new("sent_counts") { Insert = $"{Mediator} and count = 1", Update = Mediator, Columns = ["count"] },
            new("canned_replies") { Insert = $"{MyUnit} and {Mine}", Update = MyUnit, Delete = MyUnit, Fixed = ["id", "author_id"] },
        ],
        Events = [new("referrals.referral-moved", $"body ->> 'bySide' = {CurrentSide} and ({SiteIsMine("(body ->> 'siteId')::uuid")} or {UnitIsMine("(body ->> 'unitId')::uuid")})")],
        Guards = GuardsOfReferrals.Sql,
    };
}

using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Referrals;

/// <summary>
/// Who sees which rows, as the database enforces it. The case is its site's alone. A referral and what hangs on it is its site's, and the
/// unit's that <c>visible_to_unit</c> names; notes of one side are that side's; late disclosures wait for the acceptance.
/// </summary>
internal static class RowSecurityOfReferrals
{
    /// <summary>What administrators see of referrals: numbers, dates, states, partners. The harm date is the beneficiary's own and not among them.</summary>
    public static void LetOversee(MigrationBuilder migration) => migration.LetOversee("referrals.referrals",
        "id", "number", "site_id", "site_name", "partner_id", "to_partner_name", "unit_id", "to_unit_name", "procedure_id", "to_procedure_title", "state",
        "sent_at", "seen_at", "changed_at", "closed_at", "resume_on", "clocks_acknowledge_due_on", "clocks_acknowledged_at", "clocks_answer_due_on");

    /// <summary>Cases came later: that there is one, since when, and which referrals are its.</summary>
    public static void LetOverseeCases(MigrationBuilder migration)
    {
        migration.LetOversee("referrals.cases", "id", "number", "site_id", "opened_at");
        migration.LetOversee("referrals.referrals", "case_id");
    }

    /// <summary>Whether the clock stands still: without it a referral that waits would be called late.</summary>
    public static void LetOverseePauses(MigrationBuilder migration) => migration.LetOversee("referrals.referrals", "clocks_days_left_at_pause");

    private const string Scope = "site_id, visible_to_unit";
    private static readonly string Site = SiteIsMine("site_id");
    private static readonly string Unit = UnitIsMine("visible_to_unit");
    private const string SharedOrMine = "(visibility = 'Shared' or side = current_setting('pimms.side', true))";

    /// <summary>Files came later: they are seen as messages are.</summary>
    public static void ProtectDocuments(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.documents", $"({Site} or {Unit}) and {SharedOrMine}");
        migration.FollowScope("referrals.documents", "referrals.referrals", $"referral_id, {Scope}", $"id, {Scope}");
    }

    /// <summary>The proof of a consent is seen as its case is.</summary>
    public static void ProtectEvidence(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.consent_evidence", Site);
        migration.FollowScope("referrals.consent_evidence", "referrals.consents", "consent_id, case_id, site_id", "id, case_id, site_id");
    }

    /// <summary>A unit's words for itself; nobody of the association reads them.</summary>
    public static void ProtectCannedReplies(MigrationBuilder migration) => migration.ProtectRows("referrals.canned_replies", UnitIsMine("unit_id"));

    /// <summary>The files of a case are seen as the case is: by no partner, whatever is copied from them.</summary>
    public static void ProtectCaseFiles(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.case_files", Site);
        migration.FollowScope("referrals.case_files", "referrals.cases", "case_id, site_id", "id, site_id");
    }

    public static void Protect(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.cases", Site);
        migration.ProtectRows("referrals.consents", Site);
        migration.ProtectRows("referrals.referrals", $"{Site} or {Unit}");
        migration.ProtectRows("referrals.late_disclosures", $"{Site} or (accepted and {Unit})", change: Site);
        migration.ProtectRows("referrals.events", $"({Site} or {Unit}) and {SharedOrMine}");
        migration.ProtectRows("referrals.messages", $"({Site} or {Unit}) and {SharedOrMine}");
        migration.ProtectRows("referrals.tombstones", $"{Site} or {UnitIsMine("unit_id")}", change: Site);

        migration.FollowScope("referrals.consents", "referrals.cases", "case_id, site_id", "id, site_id");
        migration.FollowScope("referrals.referrals", "referrals.cases", "case_id, site_id", "id, site_id");
        migration.FollowScope("referrals.events", "referrals.referrals", $"referral_id, {Scope}", $"id, {Scope}");
        migration.FollowScope("referrals.messages", "referrals.referrals", $"referral_id, {Scope}", $"id, {Scope}");
        migration.FollowScope("referrals.late_disclosures", "referrals.referrals", $"referral_id, {Scope}, accepted", $"id, {Scope}, accepted");
    }

    /// <summary>Whoever follows a case with a code is nobody to the database: what is looked up for it, background work does.</summary>
    public static void ProtectReceipts(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.receipts", Site);
        migration.ProtectRows("referrals.follow_tries", Nobody);
        migration.FollowScope("referrals.receipts", "referrals.cases", "case_id, site_id", "id, site_id");
    }

    public static void ProtectStepsAndRedirections(MigrationBuilder migration)
    {
        migration.ProtectRows("referrals.redirections", Site);
        migration.FollowScope("referrals.redirections", "referrals.referrals", "referral_id, site_id", "id, site_id");
        migration.ProtectRows("referrals.steps", Site);
        migration.FollowScope("referrals.steps", "referrals.cases", "case_id, site_id", "id, site_id");
    }
}

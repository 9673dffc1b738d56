using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Partners;

/// <summary>
/// The association reads everything, a partner its own; names of partners are no secret, since an agent names a better one when declining.
/// Administrators write. A manager writes to units of its own, which the pages narrow to their instructions.
/// </summary>
internal static class RowSecurityOfPartners
{
    private static readonly string Own = RowSecurity.PartnerIsMine("partner_id");
    private static readonly string Manager = $"current_setting('pimms.role', true) = 'PartnerManager' and {Own}";

    public static void ProtectPartners(this MigrationBuilder migration)
    {
        migration.ProtectRows("partners.partners", RowSecurity.SignedIn, change: RowSecurity.Administrator);
        migration.ProtectRows("partners.units", $"{RowSecurity.Association} or {Own}", change: $"{RowSecurity.Administrator} or ({Manager})");
        migration.ProtectRows("partners.procedures", $"{RowSecurity.Association} or {Own}", change: RowSecurity.Administrator);
        migration.ProtectRows("partners.form_versions", $"{RowSecurity.Association} or {Own}", change: RowSecurity.Administrator);

        migration.FollowScope("partners.procedures", "partners.units", "unit_id, partner_id", "id, partner_id");
        migration.FollowScope("partners.form_versions", "partners.procedures", "procedure_id, partner_id", "id, partner_id");
    }
}

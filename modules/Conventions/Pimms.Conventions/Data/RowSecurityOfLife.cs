using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>Who sees the rows that came with renewals, amendments and referents; and that what was signed is never rewritten.</summary>
internal static class RowSecurityOfLife
{
    private const string Scope = "partner_id, published";

    public static void Protect(MigrationBuilder migration)
    {
        migration.ProtectRows("conventions.referents", $"{Association} or (published and {PartnerIsMine("partner_id")})", change: Administrator);
        migration.FollowScope("conventions.referents", "conventions.conventions", $"convention_id, {Scope}", $"id, {Scope}");
        // What is only proposed is nobody else's business, the partner's least of all.
        migration.ProtectRows("conventions.proposals", Administrator);
        migration.FollowScope("conventions.proposals", "conventions.conventions", "convention_id, partner_id", "id, partner_id");
        migration.ProtectRows("conventions.settings", Association, change: Administrator);
        KeepSignedTerms(migration);
    }

    /// <summary>Files follow their convention.</summary>
    public static void ProtectFiles(MigrationBuilder migration)
    {
        migration.ProtectRows("conventions.files", $"{Association} or (published and {PartnerIsMine("partner_id")})", change: Administrator);
        migration.FollowScope("conventions.files", "conventions.conventions", $"convention_id, {Scope}", $"id, {Scope}");
    }

    /// <summary>A version that the partner has seen stays as it was signed, for the owner too: an amendment is another row.</summary>
    private static void KeepSignedTerms(MigrationBuilder migration) => migration.Sql("""
        create function conventions.keep_signed() returns trigger language plpgsql as $$
        begin
          if tg_op = 'TRUNCATE' then
            raise exception 'What was signed is not rewritten.';
          elsif not old.published then
            return case when tg_op = 'DELETE' then old else new end;
          elsif tg_op = 'UPDATE' and to_jsonb(new) = to_jsonb(old) then
            return new;
          end if;
          raise exception 'What was signed is not rewritten.';
        end $$;
        create trigger keep_signed before update or delete on conventions.terms for each row execute function conventions.keep_signed();
        create trigger keep_signed_whole before truncate on conventions.terms execute function conventions.keep_signed();
        create trigger keep_signed before update or delete on conventions.commitments for each row execute function conventions.keep_signed();
        create trigger keep_signed_whole before truncate on conventions.commitments execute function conventions.keep_signed();
        """);
}

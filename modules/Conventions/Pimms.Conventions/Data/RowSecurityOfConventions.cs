using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>
/// Who sees which rows, as the database enforces it: the association all, a partner its own once signed; administrators change.
/// What belongs to a convention carries its partner and whether it is published, and follows both.
/// </summary>
internal static class RowSecurityOfConventions
{
    private const string Scope = "partner_id, published";

    public static void Protect(MigrationBuilder migration)
    {
        var see = $"{Association} or (published and {PartnerIsMine("partner_id")})";
        foreach (var table in (string[])["conventions", "terms", "commitments", "steps"])
            migration.ProtectRows($"conventions.{table}", see, change: Administrator);
        foreach (var child in (string[])["terms", "commitments", "steps"])
            migration.FollowScope($"conventions.{child}", "conventions.conventions", $"convention_id, {Scope}", $"id, {Scope}");
        KeepHistory(migration);
    }

    /// <summary>Nobody rewrites what was done, not even the owner: only the publication of a draft reaches its steps.</summary>
    private static void KeepHistory(MigrationBuilder migration) => migration.Sql("""
        create function conventions.keep_history() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and to_jsonb(new) - 'published' = to_jsonb(old) - 'published' then
            return new;
          end if;
          raise exception 'The history of a convention is written once.';
        end $$;
        create trigger keep_history before update or delete on conventions.steps for each row execute function conventions.keep_history();
        create trigger keep_history_whole before truncate on conventions.steps execute function conventions.keep_history();
        """);
}

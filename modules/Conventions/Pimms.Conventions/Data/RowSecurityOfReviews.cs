using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>
/// A review is the association's and its partner's; the figures with their small cells are the association's alone. Each side writes its
/// own comments. What was signed off is never rewritten, not even by the owner.
/// </summary>
internal static class RowSecurityOfReviews
{
    private const string Manager = "current_setting('pimms.role', true) = 'PartnerManager'";

    public static void Protect(MigrationBuilder migration)
    {
        var partner = PartnerIsMine("partner_id");
        migration.ProtectRows("conventions.reviews", $"{Association} or {partner}", change: Administrator);
        migration.ProtectRows("conventions.review_figures", Association, change: Administrator);
        migration.ProtectRows("conventions.review_comments", $"{Association} or {partner}", change: $"(side = 'Association' and {Administrator}) or (side = 'Partner' and {partner} and {Manager})");
        migration.FollowScope("conventions.reviews", "conventions.conventions", "convention_id, partner_id", "id, partner_id");
        migration.FollowScope("conventions.review_figures", "conventions.reviews", "review_id, partner_id", "id, partner_id");
        migration.FollowScope("conventions.review_comments", "conventions.reviews", "review_id, partner_id", "id, partner_id");
        migration.Sql("""
            create sequence conventions.review_number;
            create function conventions.keep_signed_review() returns trigger language plpgsql as $$
            begin
              if tg_op = 'UPDATE' and old.state = 'Open' then
                return new;
              end if;
              -- A signed edition may give way to a later one; nothing else of it moves.
              if tg_op = 'UPDATE' and new.state = 'Replaced' and to_jsonb(new) - 'state' = to_jsonb(old) - 'state' then
                return new;
              end if;
              raise exception 'A review that was signed off is not rewritten.';
            end $$;
            create trigger keep_signed_review before update or delete on conventions.reviews for each row execute function conventions.keep_signed_review();
            create trigger keep_signed_reviews before truncate on conventions.reviews execute function conventions.keep_signed_review();
            create trigger keep_figures before update or delete on conventions.review_figures for each row execute function conventions.keep_history();
            create trigger keep_figures_whole before truncate on conventions.review_figures execute function conventions.keep_history();
            create trigger keep_comments before update or delete on conventions.review_comments for each row execute function conventions.keep_history();
            create trigger keep_comments_whole before truncate on conventions.review_comments execute function conventions.keep_history();
            """);
    }
}

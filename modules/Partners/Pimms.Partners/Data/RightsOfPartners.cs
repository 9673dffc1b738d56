using static Pimms.Kernel.RowSecurity;

namespace Pimms.Partners;

/// <summary>What people's requests may do with the module's rows, by verb. Nothing is deleted, and a version of a form stays as it was made.</summary>
internal static class RightsOfPartners
{
    public static PeoplesRights All { get; } = new()
    {
        Tables =
        [
            new("partners") { Insert = Administrator, Update = Administrator },
            new("units") { Insert = Administrator, Update = $"{Administrator} or ({RoleIs(Role.PartnerManager)} and {PartnerIsMine("partner_id")})", Fixed = ["id", "partner_id"] },
            new("procedures") { Insert = Administrator, Update = Administrator, Fixed = ["id", "partner_id"] },
            new("form_versions") { Insert = Administrator },
        ],
        Guards = $$"""
            create or replace function partners.check_unit() returns trigger language plpgsql as $$
            begin
              if current_user = '{{DatabaseRoles.Application}}' and not ({{Administrator}}) and to_jsonb(new) - 'instructions' <> to_jsonb(old) - 'instructions' then
                raise exception 'A manager writes the instructions of its units.';
              end if;
              return new;
            end $$;
            create or replace trigger check_unit before update on partners.units for each row execute function partners.check_unit();
            """,
    };
}

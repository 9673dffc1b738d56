using static Pimms.Kernel.RowSecurity;

namespace Pimms.Users;

/// <summary>What people's requests may do with the module's rows, by verb. Mails, invitations and presences are background work's alone; nobody is deleted.</summary>
internal static class RightsOfUsers
{
    /// <summary>Whose accounts the caller runs. A site's lead runs those of mediators who work at its own sites only.</summary>
    private static readonly string Managed = $"""
        {Administrator}
        or ({RoleIs(Role.PartnerManager)} and role = 'PartnerAgent' and {PartnerIsMine("partner_id")})
        or ({RoleIs(Role.SiteLead)} and role = 'Mediator' and partner_id is null and {SitesAreMine("site_ids")})
        """;

    private static readonly string Manager = $"current_setting('pimms.role', true) in ('{Role.Administrator}', '{Role.PartnerManager}', '{Role.SiteLead}')";

    public static PeoplesRights All { get; } = new()
    {
        Tables =
        [
            new("people") { Insert = Managed, Update = Managed, Fixed = ["id", "subject"] },
            new("absences") { Insert = Managed, Update = Managed, Fixed = ["id", "person_id"] },
            new("mail_choices") { Insert = PersonIsMe("id"), Update = PersonIsMe("id") },
            new("outreach_posts") { Insert = Administrator, Update = Administrator },
        ],
        Events = [new("users.person-changed", Manager), new("users.person-deactivated", Manager), new("users.person-invited", Manager)],
        Guards = Guards,
    };

    /// <summary>Only a person whom the caller may see can be announced, and as deactivated only who is.</summary>
    private static string Guards => $$"""
        create or replace function users.check_post() returns trigger language plpgsql as $$
        begin
          if current_user = '{{DatabaseRoles.Application}}' and not exists (
            select from users.people p where p.id = (new.body ->> 'personId')::uuid and (new.name <> 'users.person-deactivated' or not p.active) and ({{Managed}})) then
            raise exception 'Only what happened is announced.';
          end if;
          return null;
        end $$;
        drop trigger if exists check_post on users.outbox;
        create constraint trigger check_post after insert on users.outbox deferrable initially deferred for each row execute function users.check_post();
        """;
}

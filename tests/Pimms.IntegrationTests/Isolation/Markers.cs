using System.Text.RegularExpressions;

namespace Pimms.IntegrationTests;

/// <summary>What would give away that a case or referral exists: its id, number, subject, and its beneficiary's name.</summary>
internal sealed class Markers
{
    private readonly List<(string Text, Guid Site, Guid Unit, bool IsContent)> all = [];

    public static async Task<Markers> Of(Platform platform)
    {
        var markers = new Markers();
        foreach (var row in await platform.Ask("""
            select m.text, m.site_id, m.unit_id, m.content from (
              select id::text as text, site_id, visible_to_unit as unit_id, false as content from referrals.referrals
              union all select number, site_id, visible_to_unit, false from referrals.referrals
              union all select request_subject, site_id, visible_to_unit, true from referrals.referrals
              union all select c.beneficiary_family_name, c.site_id, r.visible_to_unit, true from referrals.cases c left join referrals.referrals r on r.case_id = c.id
              union all select id::text, site_id, null, false from referrals.cases
              union all select number, site_id, null, false from referrals.cases
              union all select situation, site_id, null, true from referrals.cases
            ) m where m.text <> '' and not exists (select from users.people p where p.family_name = m.text)
              -- Words that partners and their procedures are called by are no secret, whoever also wrote them.
              and not exists (select from partners.partners p where strpos(p.name, m.text) > 0)
              and not exists (select from partners.procedures p where strpos(p.title, m.text) > 0)
            """))
        {
            var parts = row.Split('|');
            markers.all.Add((parts[0], Guid.Parse(parts[1]), Guid.TryParse(parts[2], out var unit) ? unit : default, parts[3] == "True"));
        }
        return markers;
    }

    /// <summary>What a user may not find anywhere: everything that none of the user's own things shares. Administrators may know numbers, never content.</summary>
    public IReadOnlyList<string> ForeignTo(CurrentUser user)
    {
        var own = all.Where(marker => user.SiteIds.Contains(marker.Site) || user.UnitIds.Contains(marker.Unit)).Select(marker => marker.Text).ToHashSet();
        return [.. all.Where(marker => marker.IsContent || user.Role != Role.Administrator).Select(marker => marker.Text).Where(text => !own.Contains(text)).Distinct()];
    }

    public IReadOnlyList<string> OwnOf(CurrentUser user) =>
        [.. all.Where(marker => user.SiteIds.Contains(marker.Site) || user.UnitIds.Contains(marker.Unit)).Select(marker => marker.Text).Distinct()];

    /// <summary>What people wrote, and whom it is about.</summary>
    public IReadOnlyList<string> Content => [.. all.Where(marker => marker.IsContent).Select(marker => marker.Text).Distinct()];

    public IReadOnlyList<string> ContentOf(CurrentUser user) => [.. Content.Intersect(OwnOf(user))];

    public static IEnumerable<string> In(string source, IEnumerable<string> markers)
    {
        var text = System.Net.WebUtility.HtmlDecode(source);
        return markers.Where(marker => Regex.IsMatch(text, $@"(?<![\p{{L}}\d-]){Regex.Escape(marker)}(?![\p{{L}}\d])"));
    }
}

namespace Pimms.IntegrationTests;

/// <summary>Real things whose addresses strangers try: a referral from Valdegour to Énergie's service solidarité, and what belongs to it.</summary>
internal sealed record Subjects(Guid Referral, Guid Case, Guid Consent, Guid Site, Guid Unit, Guid Partner, Guid Step, Guid Document, Guid CaseFile, Guid Absence)
{
    private static readonly Guid Person = DemonstrationId.Of("person:agent2.energie");
    private static readonly Guid Convention = DemonstrationId.Of("convention:energie");
    private static readonly Guid Reply = DemonstrationId.Of("canned-reply:plan");
    private static readonly Guid Post = DemonstrationId.Of("post:chemin-bas");
    private static readonly Guid Procedure = DemonstrationId.Of("procedure:energie-etalement");

    public static async Task<Subjects> Find(Platform platform)
    {
        var row = (await platform.Ask("""
            select r.id, r.case_id, (select id from referrals.consents c where c.case_id = r.case_id limit 1), r.site_id, r.unit_id, r.partner_id,
              (select id from referrals.steps s where s.case_id = r.case_id order by id limit 1), (select id from referrals.documents d where d.referral_id = r.id and d.visibility = 'Shared' limit 1),
              (select id from referrals.case_files f where f.case_id = r.case_id order by id limit 1)
            from referrals.referrals r
            where exists (select from referrals.case_files f where f.case_id = r.case_id) and exists (select from referrals.steps s where s.case_id = r.case_id) and exists (select from referrals.documents d where d.referral_id = r.id and d.visibility = 'Shared')
              and r.state = 'Sent' and r.unit_id = $1 and r.site_id = $2 order by r.id limit 1
            """, DemonstrationId.Of("unit:energie-solidarite"), DemonstrationId.Of("site:valdegour"))).Single().Split('|').Select(Guid.Parse).ToArray();
        // Far enough away that nobody sees more by it.
        var from = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(30);
        var absence = await platform.Send("manager.energie", new Users.ReplaceAbsent { PersonId = Person, From = from, To = from, ReplacementId = DemonstrationId.Of("person:agent3.energie") });
        return new(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], absence.Value);
    }

    /// <summary>What one visitor took away is there again for the next: a row like another of its case or unit, under its own id.</summary>
    public async Task PutBack(Platform platform)
    {
        await platform.Ask("""
            insert into referrals.case_files
            select (jsonb_populate_record(f, jsonb_build_object('id', $1, 'file_content_id', gen_random_uuid()))).* from referrals.case_files f where case_id = $2 limit 1
            on conflict do nothing
            """, CaseFile, Case);
        await platform.Ask("""
            insert into referrals.canned_replies
            select (jsonb_populate_record(r, jsonb_build_object('id', $1, 'title', $1))).* from referrals.canned_replies r where unit_id = $2 limit 1
            on conflict do nothing
            """, Reply, Unit);
    }

    /// <summary>What stands in an address; null where the matrix knows nothing to put there, which fails it.</summary>
    public string? ValueOf(string parameter) => parameter switch
    {
        "cases/{id}" => Case.ToString(),
        "consents/{consentId}" => Consent.ToString(),
        "steps/{stepId}" => Step.ToString(),
        "posts/{id}" => Post.ToString(),
        "referrals/{id}" => Referral.ToString(),
        "documents/{documentId}" => Document.ToString(),
        "people/{id}" => Person.ToString(),
        "absences/{absenceId}" => Absence.ToString(),
        "partners/{id}" => Partner.ToString(),
        "units/{id}" or "units/{unitId}" => Unit.ToString(),
        "procedures/{id}" or "procedures/{procedureId}" => Procedure.ToString(),
        "catalogue/{entry}" => "energy.payment-plan",
        "conventions/{id}" => Convention.ToString(),
        "edit/{part}" => "territory",
        "versions/{number}" => "1",
        "canned-replies/{replyId}" => Reply.ToString(),
        "files/{caseFileId}" => CaseFile.ToString(),
        "files/{fileId}" => DemonstrationId.Of("convention-file:energie").ToString(),
        "reviews/{id}" => DemonstrationId.Of("review:energie").ToString(),
        // A calendar's address is known to its owner alone; to all others it does not exist.
        "feeds/{feed}" => Guid.Empty.ToString(),
        "/{secret}" => "none",
        "error/{code}" => "404",
        "openapi/{documentName}" => "v1",
        _ => null,
    };

    /// <summary>Whether it exists for this user, by the table of who sees what.</summary>
    public bool ExistsFor(CurrentUser user, string parameter) => parameter.Split('/')[0] switch
    {
        "cases" or "consents" or "steps" => user.SiteIds.Contains(Site),
        "referrals" or "documents" => user.SiteIds.Contains(Site) || user.UnitIds.Contains(Unit),
        "canned-replies" => user.UnitIds.Contains(Unit),
        "partners" or "units" or "procedures" => user.Side == Side.Association || user.PartnerId == Partner,
        "conventions" => user.Role is Role.Administrator or Role.SiteLead || user.PartnerId == Partner,
        "reviews" => user.Side == Side.Association || user.PartnerId == Partner,
        // An agent of the partner: its manager runs that account too.
        "people" or "absences" => user.Role is Role.Administrator || (user.Role is Role.PartnerManager && user.PartnerId == Partner),
        _ => true,
    };
}

namespace Pimms.Referrals;

/// <summary>Tells the stories again through the domain itself, each move at its own time, so that clocks, ledgers and timelines are true.</summary>
internal sealed class DemonstrationReferrals(ReferralsDbContext db, IPartnerDirectory partners, IConventionDirectory conventions, IUserDirectory users, Numbers numbers, DocumentIntake intake, TimeProvider clock)
{
    private readonly DateTimeOffset today = WorkingCalendar.EndOf(WorkingCalendar.DayOf(clock.GetUtcNow())).AddDays(-1);
    private Dictionary<Guid, string> names = [];
    private IReadOnlyList<PartnerName> allPartners = [];

    public async Task Seed(CancellationToken ct)
    {
        if (await db.Cases.AnyAsync(ct))
            return;

        var stories = DemonstrationCases.All();
        allPartners = await partners.Partners(ct);
        var people = stories.Select(story => story.Mediator)
            .Concat(stories.SelectMany(story => story.Referrals).SelectMany(referral => referral.Steps.Select(step => step.By).Concat((referral.Messages ?? []).Select(message => message.By)).Concat((referral.Documents ?? []).Select(document => document.By))))
            .OfType<string>().Distinct().Select(userName => DemonstrationId.Of($"person:{userName}"));
        names = (await users.People([.. people], ct)).ToDictionary(person => person.Id, person => person.Name);
        foreach (var story in stories)
            await Tell(story, ct);
        KeepReplies();
        await db.SaveChangesAsync(ct);
    }

    private void KeepReplies()
    {
        var (unit, author) = (DemonstrationId.Of("unit:energie-solidarite"), Person("agent.energie", Side.Partner));
        db.CannedReplies.Add(new CannedReply(unit, author, DemonstrationId.Of("canned-reply:plan")).Say("Étalement accordé",
            "Nous avons mis en place un étalement de la dette. La première échéance part le mois prochain ; aucune coupure n’aura lieu tant que les échéances sont payées."));
        db.CannedReplies.Add(new CannedReply(unit, author, DemonstrationId.Of("canned-reply:facture")).Say("Dernière facture à joindre",
            "Pour aller plus loin, il nous faut la dernière facture complète, recto et verso : le numéro de contrat et l’index du compteur doivent y être lisibles."));
    }

    private async Task Tell(CaseStory story, CancellationToken ct)
    {
        var mediator = Person(story.Mediator, Side.Association);
        var site = (await users.Sites([DemonstrationId.Of($"site:{story.Site}")], ct)).Single();
        var post = story.Post is null ? null : site.Posts.Single(one => one.Id == DemonstrationId.Of($"post:{story.Post}"));
        var its = Case.Open(await numbers.NextCase(ct), site.Id, story.Beneficiary.ToBeneficiary(), story.Situation,
            story.HarmInDays is { } days ? WorkingCalendar.DayOf(today).AddDays(days) : null, mediator, At(story.OpenedDaysAgo, 9), post, DemonstrationId.Of($"case:{story.Slug}"));
        foreach (var consent in story.Consents)
        {
            var given = WorkingCalendar.DayOf(At(consent.DaysAgo, 9));
            its.Record(consent.Kind, consent.Partners.Select(partner => DemonstrationId.Of($"partner:{partner}")), given,
                consent.ValidDays is { } lasting ? given.AddDays(lasting) : given.AddYears(1), mediator, new() { RepresentativeName = consent.RepresentativeName, RepresentativeQuality = consent.RepresentativeQuality });
        }
        foreach (var step in story.Done ?? [])
            its.Add(step.By, step.Text, WorkingCalendar.DayOf(At(step.DaysAgo, 10)), mediator, At(step.DaysAgo, 10));
        foreach (var file in story.Files ?? [])
            its.Attach((await intake.Take<CaseFile>(file.FileName, DemonstrationPdf.Of(file.Lines), ct)).Value, mediator, At(file.DaysAgo, 10));
        db.Cases.Add(its);
        foreach (var referral in story.Referrals)
            await Tell(its, referral, mediator, ct);
    }

    private async Task Tell(Case its, ReferralStory story, CurrentUser mediator, CancellationToken ct)
    {
        var partner = (await partners.Partner(DemonstrationId.Of($"partner:{story.Partner}"), ct))!;
        var procedure = partner.Units.SelectMany(unit => unit.Procedures).Single(one => one.Id == DemonstrationId.Of($"procedure:{story.Procedure}"));
        var unit = partner.Units.Single(one => one.Id == procedure.UnitId);
        var site = (await users.Sites([its.SiteId], ct)).Single();
        var begun = At(story.Steps.Count > 0 ? story.Steps[0].DaysAgo : 1, 9);
        var referral = Referral.Draft(await numbers.NextReferral(ct), its, site.Name, new(partner.Id, partner.Name, unit.Id, unit.Name, procedure.Id, procedure.Title, procedure.Form.Version),
            new(story.Subject, story.Expected, story.Urgency, story.UrgencyReason, story.Answers), mediator, begun, DemonstrationId.Of($"referral:{story.Slug}"));
        db.Referrals.Add(referral);

        var channel = await conventions.Channel(partner.Id, procedure.Id, its.Beneficiary.Commune, WorkingCalendar.DayOf(begun), ct);
        for (var i = 0; i < story.Steps.Count; i++)
        {
            var step = story.Steps[i];
            var at = At(step.DaysAgo, 9).AddMinutes(12 + 25 * i);
            if (step.By is not null)
                referral.See(Person(step.By, Side.Partner), at.AddMinutes(-4));
            var made = Make(referral, its, step, channel.Terms!, step.By is null ? mediator : Person(step.By, Side.Partner), at);
            if (made.Refusal is { } refusal)
                throw new InvalidOperationException($"The demonstration's {story.Slug} cannot {step.Move}: {refusal.Type}");
            // One counter for all that is sent, whoever sends it.
            if (step.Move == Move.Send && !await db.TakePlace(channel.Terms!.ConventionId, procedure.Id, null, WorkingCalendar.DayOf(at), ct))
                throw new InvalidOperationException($"The demonstration's {story.Slug} was sent and not counted.");
        }
        foreach (var message in story.Messages ?? [])
            referral.Say(message.Text, message.Visibility, Person(message.By), At(message.DaysAgo, 14));
        foreach (var document in story.Documents ?? [])
            referral.Attach((await intake.Take<ReferralDocument>(document.FileName, DemonstrationPdf.Of(document.Lines), ct)).Value, document.Visibility, null, Person(document.By), At(document.DaysAgo, 11));
    }

    private Result Make(Referral referral, Case its, StepStory step, ChannelTerms terms, CurrentUser by, DateTimeOffset at) => step.Move switch
    {
        Move.Send => referral.Send(its, terms, by, at),
        Move.Accept => referral.Accept(by.Id, by.Name, by, at),
        Move.RequestInformation => referral.RequestInformation(step.Items!, step.Text, by, at),
        Move.Hold => referral.Hold(Enum.Parse<HoldReason>(step.Reason!), step.Text!, WorkingCalendar.DayOf(today).AddDays(step.ResumeInDays!.Value), by, at),
        Move.Answer => referral.Answer(step.Outcome!.Value, step.Text!, step.Amount, step.NextSteps, by, at),
        Move.Decline => referral.Decline(Enum.Parse<DeclineReason>(step.Reason!), step.Text!, Suggested(step), by, at),
        Move.Withdraw => referral.Withdraw(Enum.Parse<WithdrawReason>(step.Reason!), step.Text, by, at),
        Move.Close => referral.Close(step.Result!.Value, step.Text, step.Autonomy, by, at),
        Move.Expire => referral.Expire(CurrentUser.System("demonstration"), at),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Move, null),
    };

    private PartnerName? Suggested(StepStory step) => step.Suggested is null ? null
        : allPartners.Single(partner => partner.Id == DemonstrationId.Of($"partner:{step.Suggested}"));

    private CurrentUser Person(string userName) => Person(userName, userName.StartsWith("agent", StringComparison.Ordinal) ? Side.Partner : Side.Association);

    private CurrentUser Person(string userName, Side side)
    {
        var id = DemonstrationId.Of($"person:{userName}");
        return new() { Id = id, Name = names[id], Side = side };
    }

    /// <summary>So many days ago at that hour in Paris; never later than now.</summary>
    private DateTimeOffset At(int daysAgo, int hour)
    {
        var at = today.AddDays(-daysAgo).AddHours(hour);
        return at < clock.GetUtcNow() ? at : clock.GetUtcNow().AddMinutes(-30);
    }
}

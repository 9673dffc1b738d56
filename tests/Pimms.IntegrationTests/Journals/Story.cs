using MediatR;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>Cases and referrals through every move and act there is, by commands, as the people who do it; each is told to who listens.</summary>
internal sealed class Story(Platform platform, Func<string, string, Guid, Task> done)
{
    private const string Mediator = "mediator.valdegour";
    private const string Agent = "agent.energie";
    private static readonly BeneficiaryInput Somebody = BeneficiaryInput.Unknown with { FamilyName = "Dos Santos", GivenName = "Inês", BirthDate = new(1975, 6, 1), Commune = "30189" };

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["contractNumber"] = "6004512887", ["amountDue"] = "412,80", ["lastPaymentOn"] = "2026-10-02", ["monthlyCapacity"] = "60", ["electricHeating"] = "true",
    };

    public async Task Tell()
    {
        var its = await Made(Mediator, new OpenCase(DemonstrationId.Of("site:valdegour"), Somebody, "Une coupure est annoncée.", null));
        await Did(Mediator, its, new EditCase(its, await CaseVersion(its), Somebody with { Phone = "06 00 00 00 00" }, "Une coupure est annoncée.", null));
        await Did("lead.valdegour", its, new AssignCase(its, await CaseVersion(its), DemonstrationId.Of("person:nadia.cherif")));
        await Did("lead.valdegour", its, new AssignCase(its, await CaseVersion(its), DemonstrationId.Of("person:mediator.valdegour")));
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        var consent = await Made(Mediator, new RecordConsent(its, ConsentKind.WrittenMandate, [DemonstrationId.Of("partner:energie")], today, today.AddYears(1)), its);
        await Did(Mediator, its, new AttachEvidence(its, consent, Upload.Of("mandat.pdf")));

        var kept = await Made(Mediator, new AttachCaseFile(its, Upload.Of("bail.pdf")), its);
        await Did(Mediator, its, new RemoveCaseFile(its, kept));

        var step = await Made(Mediator, new AddStep(its, new("Appelé le fournisseur", StepBy.WithHelp, null)), its);
        await Did(Mediator, its, new EditStep(its, step, new("Appelé le fournisseur deux fois", StepBy.Alone, null)));
        await Did(Mediator, its, new RemoveStep(its, step));

        await There_and_back(await Sent(its));
        await Declined(await Sent(its));
        var transferred = await Sent(its);
        await Did(Agent, transferred, new TransferReferral(transferred, await Version(transferred), DemonstrationId.Of("unit:energie-facturation"), "C’est une facture."));
        var withdrawn = await Sent(its);
        await Did(Mediator, withdrawn, new WithdrawReferral(withdrawn, await Version(withdrawn), WithdrawReason.SolvedOtherwise, "Réglé par téléphone."));
        var discarded = await Drafted(its);
        var document = (await platform.Send(Mediator, new AttachDocument(discarded, Upload.Of("facture.pdf"), Visibility.Shared))).Value;
        await Did(Mediator, discarded, new RemoveDocument(discarded, document));
        await Did(Mediator, discarded, new DiscardDraft(discarded, await Version(discarded)));
        await Sent(its);
        await Did(Mediator, its, new WithdrawConsent(its, consent));

        var reply = await Made(Agent, new AddCannedReply(DemonstrationId.Of("unit:energie-solidarite"), new("Relance", "Nous revenons vers vous.")));
        var version = uint.Parse((await platform.Ask("select xmin from referrals.canned_replies where id = $1", reply)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        await Did(Agent, reply, new EditCannedReply(reply, version, new("Relance", "Nous revenons vers vous demain.")));
        await Did(Agent, reply, new RemoveCannedReply(reply));
    }

    private async Task There_and_back(Guid referral)
    {
        await Did(Agent, referral, new MarkAsRead(referral));
        await Did(Agent, referral, new AcceptReferral(referral, await Version(referral), null));
        await Did(Agent, referral, new AssignReferral(referral, await Version(referral), DemonstrationId.Of("person:agent2.energie")));
        await Did(Agent, referral, new RequestInformation(referral, await Version(referral), ["Dernière facture"], "Il nous la faut."));
        var item = Guid.Parse((await platform.Ask("select information_items->0->>'id' from referrals.referrals where id = $1", referral)).Single());
        await Did(Mediator, referral, new ProvideInformation(referral, await Version(referral), [new(item, "Jointe au courrier.")], "Voilà."));
        await Made(Mediator, new PostMessage(referral, "Merci d’avance.", Visibility.Shared), referral);
        await Made(Agent, new AttachDocument(referral, Upload.Of("echeancier.pdf"), Visibility.Shared), referral);
        await Made(Agent, new PostMessage(referral, "À voir avec la facturation.", Visibility.OwnSide), referral);
        await Did(Agent, referral, new HoldReferral(referral, await Version(referral), HoldReason.AwaitingBeneficiary, "Relevé attendu.", WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(20)));
        await Did(Agent, referral, new ResumeReferral(referral, await Version(referral)));
        await Did(Agent, referral, new AnswerReferral(referral, await Version(referral), Outcome.PaymentPlan, "Six mensualités.", 412.80m, "Payer le 5."));
        await Did(Mediator, referral, new ReopenReferral(referral, await Version(referral), "L’échéancier n’est pas arrivé."));
        await Did(Agent, referral, new AnswerReferral(referral, await Version(referral), Outcome.PaymentPlan, "Renvoyé.", 412.80m, null));
        await Did(Mediator, referral, new CloseReferral(referral, await Version(referral), VerifiedResult.Confirmed, "Reçu.", Autonomy.WithHelp));
    }

    private async Task Declined(Guid referral)
    {
        await Did(Agent, referral, new DeclineReferral(referral, await Version(referral), DeclineReason.NotCompetent, "Ce n’est pas chez nous.", DemonstrationId.Of("partner:ville")));
        await Made(Mediator, new RedirectReferral(referral, DemonstrationId.Of("procedure:ville-aide-ccas")));
    }

    private async Task<Guid> Sent(Guid its)
    {
        var referral = await Drafted(its);
        await Did(Mediator, referral, new SendReferral(referral, await Version(referral), "Un autre contrat."));
        return referral;
    }

    private async Task<Guid> Drafted(Guid its)
    {
        var referral = await Made(Mediator, new StartReferral(its, DemonstrationId.Of("partner:energie"), null, DemonstrationId.Of("procedure:energie-etalement")));
        await Did(Mediator, referral, new WriteReferral(referral, await Version(referral), "Coupure annoncée", "Un plan sur six mois", Urgency.Normal, null, Answers, GoOn: true));
        return referral;
    }

    private async Task Did(string who, Guid subject, IRequest<Result> command)
    {
        var result = await platform.Send(who, command);
        Assert.True(result.Refusal is null, $"{command} was refused: {result.Refusal?.Type} {string.Join(", ", result.Refusal?.Errors.Select(error => error.ToString()) ?? [])}");
        await done(who, command.GetType().Name, subject);
    }

    private async Task Did<T>(string who, Guid subject, IRequest<Result<T>> command)
    {
        Assert.Null((await platform.Send(who, command)).Refusal);
        await done(who, command.GetType().Name, subject);
    }

    private async Task<Guid> Made(string who, IRequest<Result<Guid>> command, Guid? subject = null)
    {
        var result = await platform.Send(who, command);
        Assert.True(result.Refusal is null, $"{command} was refused: {result.Refusal?.Type}");
        await done(who, command.GetType().Name, subject ?? result.Value);
        return result.Value;
    }

    private async Task<uint> Version(Guid referral) => uint.Parse((await platform.Ask("select revision from referrals.referrals where id = $1", referral)).Single(), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<uint> CaseVersion(Guid its) => uint.Parse((await platform.Ask("select xmin from referrals.cases where id = $1", its)).Single(), System.Globalization.CultureInfo.InvariantCulture);
}

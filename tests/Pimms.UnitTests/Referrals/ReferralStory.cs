using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

/// <summary>One referral, brought where a test begins, through the moves themselves.</summary>
internal sealed class ReferralStory
{
    public static readonly CurrentUser Mediator = new() { Id = Guid.NewGuid(), Name = "Karima Benali", Side = Side.Association };
    public static readonly CurrentUser Agent = new() { Id = Guid.NewGuid(), Name = "Sandrine Lopez", Side = Side.Partner };
    private static readonly ChannelTerms Terms = new(Guid.NewGuid(), 1, "2025-07", 3, 10, 30, [new(BeneficiaryField.FamilyName, DisclosureTime.AtSending), new(BeneficiaryField.Address, DisclosureTime.AfterAcceptance)], false, 24);
    private readonly Case its;
    private readonly DateTimeOffset at;

    public ReferralStory(DateTimeOffset at, DateOnly? harmDate = null)
    {
        this.at = at;
        its = Case.Open("2026-0001", Guid.NewGuid(), new Beneficiary { FamilyName = "Haddad", GivenName = "Samira", Address = "5 rue Kepler" }, "Coupure annoncée", harmDate, Mediator, at);
        Referral = Referral.Draft("2026-000001", its, "Valdegour", new(Guid.NewGuid(), "Énergie", Guid.NewGuid(), "Service solidarité", Guid.NewGuid(), "Étalement", 1),
            new("Coupure annoncée", "Plan sur 6 mois", Urgency.Normal, null, []), Mediator, at);
    }

    public Referral Referral { get; }

    public void Bring(ReferralState to)
    {
        Move[] way = to switch
        {
            ReferralState.Draft => [],
            ReferralState.Sent => [Move.Send],
            ReferralState.Accepted => [Move.Send, Move.Accept],
            ReferralState.InformationRequested => [Move.Send, Move.RequestInformation],
            ReferralState.OnHold => [Move.Send, Move.Accept, Move.Hold],
            ReferralState.Answered => [Move.Send, Move.Answer],
            ReferralState.Declined => [Move.Send, Move.Decline],
            ReferralState.Withdrawn => [Move.Send, Move.Withdraw],
            ReferralState.Expired => [Move.Send, Move.Expire],
            ReferralState.Closed => [Move.Send, Move.Answer, Move.Close],
            _ => throw new ArgumentOutOfRangeException(nameof(to), to, null),
        };
        foreach (var move in way)
            Assert.Null(Make(move, ReferralMoves.Of(move).Sides[0], at).Refusal);
    }

    public Result Make(Move move, Side side, DateTimeOffset now)
    {
        var by = side switch
        {
            Side.Association => Mediator,
            Side.Partner => Agent,
            Side.System => CurrentUser.System("tests"),
            _ => CurrentUser.Anonymous,
        };
        return move switch
        {
            Move.Send => Referral.Send(its, Terms, by, now),
            Move.Accept => Referral.Accept(Agent.Id, Agent.Name, by, now),
            Move.RequestInformation => Referral.RequestInformation(["Le relevé"], null, by, now),
            Move.ProvideInformation => Referral.ProvideInformation([.. Referral.InformationItems.Select(item => new ProvidedItem(item.Id, "Le voici"))], new HashSet<Guid>(), null, by, now),
            Move.Hold => Referral.Hold(HoldReason.AwaitingThirdParty, "Commission en décembre", WorkingCalendar.DayOf(now).AddDays(10), by, now),
            Move.Resume => Referral.Resume(by, now),
            Move.Answer => Referral.Answer(Outcome.PaymentPlan, "Plan accordé", 412.80m, null, by, now),
            Move.Decline => Referral.Decline(DeclineReason.NotCompetent, "Voir la ville", null, by, now),
            Move.Withdraw => Referral.Withdraw(WithdrawReason.SolvedOtherwise, null, by, now),
            Move.Close => Referral.Close(VerifiedResult.Confirmed, null, null, by, now),
            Move.Reopen => Referral.Reopen("La coupure revient", by, now),
            Move.Expire => Referral.Expire(by, now),
            Move.AutoClose => Referral.AutoClose(by, now),
            _ => throw new ArgumentOutOfRangeException(nameof(move), move, null),
        };
    }
}

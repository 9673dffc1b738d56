using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>Referrals that went any way the table of moves allows, at any hour, and what was done to each: the model counts from that, not from what is stored.</summary>
internal sealed class RandomFlow
{
    private static readonly CurrentUser Mediator = new() { Id = DemonstrationId.Of("person:mediator.valdegour"), Name = "Karima Benali", Side = Side.Association };
    private static readonly CurrentUser Agent = new() { Id = DemonstrationId.Of("person:agent.energie"), Name = "Sandrine Lopez", Side = Side.Partner };
    private readonly Random random;
    private readonly DateTimeOffset now;

    public RandomFlow(int seed, DateTimeOffset now, int count)
    {
        (random, this.now) = (new Random(seed), now);
        Flows = [.. Enumerable.Range(0, count).Select(number => Make(seed, number))];
    }

    public Guid ConventionId { get; } = Guid.NewGuid();

    public Guid[] Procedures { get; } = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    public IReadOnlyList<Flow> Flows { get; }

    private Flow Make(int seed, int number)
    {
        var at = now.AddDays(-random.Next(1, 240)).AddMinutes(-random.Next(0, 1440));
        var its = Case.Open($"T{seed}-{number}", DemonstrationId.Of("site:valdegour"), new Beneficiary { FamilyName = "Essai", GivenName = "Lina" }, "Essai", null, Mediator, at);
        var acknowledge = random.Next(1, 5);
        var terms = new ChannelTerms(ConventionId, 1, "essai", acknowledge, acknowledge + random.Next(0, 12), 30, [], false, 24);
        var procedure = random.Next(Procedures.Length);
        var referral = Referral.Draft($"T{seed}-{number}", its, "Valdegour", new(DemonstrationId.Of("partner:energie"), "Énergie", DemonstrationId.Of("unit:energie-solidarite"), "Service solidarité", Procedures[procedure], $"Démarche {procedure}", 1),
            new("Essai", "Essai", Urgency.Normal, null, []), Mediator, at);
        List<(Move, DateTimeOffset, HoldReason?)> done = [];
        Assert.Null(referral.Send(its, terms, Mediator, at).Refusal);
        while (random.Next(8) > 0)
        {
            // Often within minutes or the same day, sometimes over weekends and holidays.
            at = at.AddMinutes(random.Next(4) == 0 ? random.Next(1, 90) : random.Next(1, 9 * 1440));
            Move[] possible = [.. ((Side[])[Side.Association, Side.Partner, Side.System]).SelectMany(side => referral.AllowedMoves(side, at)).Where(move => move is not Move.Expire || at > referral.SentAt!.Value.AddDays(30)).Distinct()];
            if (at >= now || possible.Length == 0)
                break;
            var move = possible[random.Next(possible.Length)];
            Assert.Null(Do(referral, move, at).Refusal);
            done.Add((move, at, referral.HoldReason));
        }
        referral.ForgetEvents();
        return new(its, referral, terms, done);
    }

    private Result Do(Referral referral, Move move, DateTimeOffset at) => move switch
    {
        Move.Accept => referral.Accept(Agent.Id, Agent.Name, Agent, at),
        Move.RequestInformation => referral.RequestInformation(["Le relevé"], null, Agent, at),
        Move.ProvideInformation => referral.ProvideInformation([.. referral.InformationItems.Select(item => new ProvidedItem(item.Id, "Le voici"))], new HashSet<Guid>(), null, Mediator, at),
        Move.Hold => referral.Hold((HoldReason)random.Next(4), "Commission", new[] { WorkingCalendar.DayOf(at).AddDays(10), referral.LastDayOfHold(at) }.Min(), Agent, at),
        Move.Resume => referral.Resume(Agent, at),
        Move.Answer => referral.Answer((Outcome)random.Next(10), "Réponse", random.Next(3) == 0 ? null : random.Next(1, 90000) / 100m, null, Agent, at),
        Move.Decline => referral.Decline((DeclineReason)random.Next(8), "Non", null, Agent, at),
        Move.Withdraw => referral.Withdraw(WithdrawReason.SolvedOtherwise, null, Mediator, at),
        Move.Close => referral.Close((VerifiedResult)random.Next(5), null, null, Mediator, at),
        Move.Reopen => referral.Reopen("Encore", Mediator, at),
        Move.Expire => referral.Expire(CurrentUser.System("tests"), at),
        Move.AutoClose => referral.AutoClose(CurrentUser.System("tests"), at),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, null),
    };
}

/// <summary>One referral, the promise it is judged by, and what was done to it after it was sent.</summary>
internal sealed record Flow(Case Case, Referral Referral, ChannelTerms Terms, IReadOnlyList<(Move Move, DateTimeOffset At, HoldReason? Hold)> Done);

using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>Mediators who ask a partner of a test's own.</summary>
internal sealed class Asking(Platform platform)
{
    /// <summary>A draft that lacks nothing but to be sent.</summary>
    public async Task<Guid> Draft(string mediator, Guid partner, Guid procedure)
    {
        var its = await new Desk(platform, mediator, mediator.Split('.')[1]).OpenCase();
        await platform.Send(mediator, new RecordConsent(its, ConsentKind.WrittenMandate, [partner], Agreements.Today, Agreements.Today.AddYears(1)));
        return await Start(mediator, its, partner, procedure);
    }

    public async Task<Guid> Start(string mediator, Guid its, Guid partner, Guid procedure) =>
        (await platform.Send(mediator, new StartReferral(its, partner, null, procedure, "Rendez-vous", "Une date"))).Value;

    public async Task<Guid> Sent(Guid partner, Guid procedure)
    {
        var draft = await Draft("mediator.valdegour", partner, procedure);
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(draft, 0))).Refusal);
        return draft;
    }
}

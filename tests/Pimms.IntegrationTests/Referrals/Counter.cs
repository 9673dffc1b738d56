using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What a partner's agent does before the thing that a test is about, on a referral of its own.</summary>
internal sealed class Counter(Platform platform)
{
    private readonly Desk desk = new(platform);

    /// <summary>A referral of Valdegour to the solidarity unit of Énergie.</summary>
    public async Task<Guid> Sent()
    {
        var its = await desk.OpenCase();
        await desk.Consent(its, "energie");
        return await desk.Sent(its);
    }

    public async Task<Guid> Accepted()
    {
        var id = await Sent();
        await Do("agent.energie", id, version => new AcceptReferral(id, version, null));
        return id;
    }

    public async Task<Guid> Held()
    {
        var id = await Accepted();
        await Do("agent.energie", id, version => new HoldReferral(id, version, HoldReason.AwaitingThirdParty, "Commission en décembre", WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(10)));
        return id;
    }

    public async Task<Guid> InformationRequested()
    {
        var id = await Accepted();
        await Do("agent.energie", id, version => new RequestInformation(id, version, ["Le relevé", "La facture de mars"], null));
        return id;
    }

    public async Task<Guid> Answered()
    {
        var id = await Accepted();
        await Do("agent.energie", id, version => new AnswerReferral(id, version, Outcome.PaymentPlan, "Plan accordé.", 412.80m, null));
        return id;
    }

    public async Task<Guid> Closed()
    {
        var id = await Answered();
        await Do("mediator.valdegour", id, version => new CloseReferral(id, version, VerifiedResult.Confirmed, null, null));
        return id;
    }

    public Task<Guid> In(string state) => state switch
    {
        nameof(ReferralState.Sent) => Sent(),
        nameof(ReferralState.Accepted) => Accepted(),
        nameof(ReferralState.OnHold) => Held(),
        nameof(ReferralState.InformationRequested) => InformationRequested(),
        nameof(ReferralState.Answered) => Answered(),
        nameof(ReferralState.Closed) => Closed(),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What no other test moves meanwhile: the demonstration's ids are made from names, not from the time.</summary>
    public async Task<IReadOnlyList<InboxRow>> OfTheDemonstration(string reader)
    {
        var found = new List<InboxRow>();
        string? after = null;
        do
        {
            var page = (await platform.Send(reader, new Inbox { View = InboxView.All, Limit = 100, After = after })).Value;
            found.AddRange(page.Rows.Where(row => row.Id.Version == 8));
            after = page.Next;
        }
        while (after is not null);
        return found;
    }

    public Task<Referral> Read(Guid id) => desk.Read(id);

    public async Task Do(string userName, Guid id, Func<uint, MediatR.IRequest<Result>> command)
    {
        var done = await platform.Send(userName, command((uint)(await Read(id)).Revision));
        Assert.Null(done.Refusal);
    }
}

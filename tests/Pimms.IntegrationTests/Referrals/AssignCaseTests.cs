using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class AssignCaseTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Puts_another_mediator_of_the_site_in_charge()
    {
        using var lead = await platform.As("lead.valdegour");
        var id = await desk.OpenCase();
        var page = await (await lead.Open($"/cases/{id}/assign")).Submit([("Input.MediatorId", DemonstrationId.Of("person:nadia.cherif").ToString())]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nadia Chérif", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_mediator_of_another_site()
    {
        var id = await desk.OpenCase();
        var assignment = (await platform.Send("lead.valdegour", new CaseToAssign(id))).Value;
        var refused = await platform.Send("lead.valdegour", new AssignCase(id, assignment.Version, DemonstrationId.Of("person:mediator.pissevin")));
        Assert.Equal("MediatorId", refused.Refusal!.Errors.Single().Field);
    }
}

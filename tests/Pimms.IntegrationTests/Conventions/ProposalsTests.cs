using System.Net;
using Pimms.Conventions;

namespace Pimms.IntegrationTests;

/// <summary>Two administrators where the association asks for two. On a platform of its own: the setting holds for all conventions.</summary>
public sealed class ProposalsTests(Platform platform) : IClassFixture<Platform>
{
    private readonly Agreements agreements = new(platform);

    [Fact]
    public async Task A_signature_and_an_amendment_wait_for_a_second_administrator()
    {
        using var admin = await platform.As("admin");
        await (await admin.Open("/conventions/settings")).Submit([("Input.SecondAdministrator", "true")]);
        var second = (await Personas.Of(platform.Services, "admin")) with { Id = Guid.CreateVersion7(), Name = "Paul Vidal" };

        var convention = await (await agreements.Draft()).Do("activate", Agreements.Signature);
        Assert.Equal(("Draft", "ActivationProposed"), (convention.State, convention.History.Last()));
        using var own = await convention.Try("approval", new { approve = true });
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);

        Assert.Null((await Decide(second, convention, approve: true)).Refusal);
        convention = await convention.Again();
        Assert.Equal(("Active", "Activated"), (convention.State, convention.History.Last()));

        convention = await convention.Do("amendments", convention.Amendment(Agreements.Today, body => body["retentionMonths"] = 12));
        Assert.Equal((1, 24), (convention.Json.GetProperty("versions").GetArrayLength(), convention.Json.GetProperty("retentionMonths").GetInt32()));
        var page = await admin.Open($"/conventions/{convention.Id}/approval");
        Assert.Contains("12 mois", page.Text, StringComparison.Ordinal);
        Assert.Null((await Decide(second, convention, approve: true)).Refusal);
        convention = await convention.Again();
        Assert.Equal((2, 12), (convention.Json.GetProperty("versions").GetArrayLength(), convention.Json.GetProperty("retentionMonths").GetInt32()));

        convention = await convention.Do("amendments", convention.Amendment(Agreements.Today));
        convention = await convention.Do("approval", new { approve = false, reason = "Attendre le conseil." });
        Assert.Equal(("ProposalRefused", false), (convention.History.Last(), convention.Json.GetProperty("awaitsApproval").GetBoolean()));
    }

    private Task<Result> Decide(CurrentUser administrator, Kept convention, bool approve) => platform.Within(administrator, services =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<MediatR.IMediator>(services)
            .Send(new DecideProposal { Id = convention.Id, Version = uint.Parse(convention.Version, System.Globalization.CultureInfo.InvariantCulture), Approve = approve }));
}

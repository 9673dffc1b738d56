using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

public sealed class AdmitTests(Platform platform)
{
    private static readonly string Energie = DemonstrationId.Of("partner:energie").ToString();

    [Fact]
    public async Task Takes_role_and_bounds_from_the_platforms_own_database()
    {
        var user = await Admitted("mediator.valdegour", ["mediator", "offline_access"], null);
        Assert.Equal((Role.Mediator, Side.Association, DemonstrationId.Of("site:valdegour"), null), (user!.Role, user.Side, user.SiteIds.Single(), user.PartnerId));
    }

    [Fact]
    public async Task Gives_a_manager_all_units_of_its_partner()
    {
        var user = await Admitted("manager.energie", ["partner-manager", "partner-agent"], Energie);
        Assert.Equal(new[] { DemonstrationId.Of("unit:energie-facturation"), DemonstrationId.Of("unit:energie-solidarite") }.Order(), user!.UnitIds.Order());
    }

    [Theory]
    [InlineData("mediator.valdegour", "administrator", null)]
    [InlineData("lead.valdegour", "mediator", null)]
    [InlineData("agent.energie", "mediator", "partner:energie")]
    [InlineData("agent.energie", "partner-agent", "partner:eau")]
    [InlineData("agent.energie", "partner-agent", null)]
    [InlineData("mediator.valdegour", "mediator", "partner:energie")]
    [InlineData("marc.aubert", "mediator", null)]
    [InlineData("nobody.at.all", "administrator", null)]
    public async Task Refuses_whom_the_token_knows_otherwise(string userName, string role, string? partner) =>
        Assert.Null(await Admitted(userName, [role], partner is null ? null : DemonstrationId.Of(partner).ToString()));

    private Task<CurrentUser?> Admitted(string userName, string[] roles, string? partner)
    {
        var work = CurrentUser.System("tests");
        return platform.Within(work, async services =>
        {
            await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(work, CancellationToken.None);
            return await services.GetRequiredService<IAdmission>().Admit(DemonstrationId.Of($"person:{userName}").ToString(), roles, partner, CancellationToken.None);
        });
    }
}

using Pimms.Users;

namespace Pimms.UnitTests;

public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Guid Here = Guid.NewGuid();
    private static readonly Guid There = Guid.NewGuid();
    private static readonly Guid Partner = Guid.NewGuid();

    [Theory]
    [InlineData(0, 0, null, null)]
    [InlineData(-1, 3, "From", "ReplaceAbsent.FromPast")]
    [InlineData(3, 2, "To", "ReplaceAbsent.ToBeforeFrom")]
    [InlineData(0, 181, null, null)]
    [InlineData(0, 182, "To", "ReplaceAbsent.TooLong")]
    public void Is_from_today_on_and_for_six_months_at_most(int from, int to, string? field, string? message)
    {
        var error = Absence.Of(Mediator(Here), Mediator(There), Today.AddDays(from), Today.AddDays(to), Today).Refusal?.Errors.Single();
        Assert.Equal((field, message), (error?.Field, error?.Message));
    }

    [Fact]
    public void Is_a_colleagues_to_fill_and_nobody_elses()
    {
        var absent = Agent(Role.PartnerAgent, Partner, Here);
        Assert.True(Agent(Role.PartnerAgent, Partner, There).CanReplace(absent));
        Assert.True(Agent(Role.PartnerManager, Partner).CanReplace(absent));
        Assert.False(absent.CanReplace(absent));
        Assert.False(Agent(Role.PartnerAgent, Guid.NewGuid(), There).CanReplace(absent));
        Assert.False(Mediator(Here).CanReplace(absent));
        Assert.False(new Person(Guid.NewGuid(), Account, Access.AtSites(Role.Administrator)).CanReplace(Mediator(Here)));
        Assert.False(Mediator(Here).CanReplace(new Person(Guid.NewGuid(), Account, Access.AtSites(Role.Administrator))));
    }

    [Fact]
    public void Makes_nobody_lead_of_a_foreign_site()
    {
        var lead = new Person(Guid.NewGuid(), Account, Access.AtSites(Role.SiteLead, Here));
        Assert.True(lead.CanReplace(Mediator(Here)));
        Assert.False(lead.CanReplace(Mediator(Here, There)));
        Assert.True(lead.CanReplace(new Person(Guid.NewGuid(), Account, Access.AtSites(Role.SiteLead, There))));
        Assert.True(Mediator(There).CanReplace(lead));
    }

    [Fact]
    public void Needs_two_who_have_access()
    {
        var (absent, left) = (Mediator(Here), Mediator(There));
        Assert.Null(left.Deactivate(Guid.NewGuid(), lastAdministrator: false, new(Today, TimeOnly.MinValue, TimeSpan.Zero)).Refusal);
        Assert.False(left.CanReplace(absent));
        Assert.False(absent.CanReplace(left));
    }

    [Fact]
    public void Adds_the_absent_ones_places_after_ones_own()
    {
        var scope = Scope.Of(Mediator(There), [Mediator(Here, There)]);
        Assert.Equal([There, Here], scope.SiteIds);
        Assert.Empty(scope.UnitIds);
    }

    [Fact]
    public void Adds_all_units_for_a_manager_and_nothing_for_whom_one_may_not_replace()
    {
        var agent = Agent(Role.PartnerAgent, Partner, Here);
        Assert.True(Scope.Of(agent, [Agent(Role.PartnerManager, Partner)]).AllUnits);
        var foreign = Scope.Of(agent, [Agent(Role.PartnerAgent, Guid.NewGuid(), There), Agent(Role.PartnerManager, Guid.NewGuid())]);
        Assert.Equal([Here], foreign.UnitIds);
        Assert.False(foreign.AllUnits);
    }

    private static Account Account { get; } = new("Hélène", "Marchand", "h.marchand@pimms.example", "h.marchand", "subject");

    private static Person Mediator(params Guid[] sites) => new(Guid.NewGuid(), Account, Access.AtSites(Role.Mediator, sites));

    private static Person Agent(Role role, Guid partner, params Guid[] units) => new(Guid.NewGuid(), Account, Access.AtPartner(role, partner, units));
}

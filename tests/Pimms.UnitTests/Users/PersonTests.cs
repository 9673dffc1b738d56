using Pimms.Users;
using Pimms.Users.Contracts;

namespace Pimms.UnitTests;

public sealed class PersonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Site = Guid.NewGuid();
    private static readonly Guid Unit = Guid.NewGuid();
    private static readonly Guid Somebody = Guid.NewGuid();

    [Fact]
    public void A_mediator_needs_a_site()
    {
        var refusal = Mediator().ChangeAccess(Access.AtSites(Role.SiteLead), Somebody, lastAdministrator: false, Now).Refusal;
        Assert.Equal("SiteIds", Assert.Single(refusal!.Errors).Field);
    }

    [Fact]
    public void An_agent_needs_a_unit()
    {
        var agent = Agent();
        var refusal = agent.ChangeAccess(Access.AtPartner(Role.PartnerAgent, agent.PartnerId!.Value), Somebody, lastAdministrator: false, Now).Refusal;
        Assert.Equal("UnitIds", Assert.Single(refusal!.Errors).Field);
    }

    [Fact]
    public void Nobody_changes_sides()
    {
        var refusal = Mediator().ChangeAccess(new Access(Role.PartnerManager, [], null, []), Somebody, lastAdministrator: false, Now).Refusal;
        Assert.Equal("ChangeAccess.OtherSide", Assert.Single(refusal!.Errors).Message);
    }

    [Fact]
    public void Nobody_changes_their_own_role_but_their_own_sites()
    {
        var lead = Mediator();
        Assert.NotNull(lead.ChangeAccess(Access.AtSites(Role.SiteLead, Site), lead.Id, lastAdministrator: false, Now).Refusal);
        Assert.Null(lead.ChangeAccess(Access.AtSites(Role.Mediator, Site, Guid.NewGuid()), lead.Id, lastAdministrator: false, Now).Refusal);
        Assert.Equal(2, lead.SiteIds.Count);
    }

    [Fact]
    public void What_does_not_go_with_the_new_role_is_left_behind()
    {
        var person = Mediator();
        Assert.Null(person.ChangeAccess(Access.AtSites(Role.Administrator, Site), Somebody, lastAdministrator: false, Now).Refusal);
        Assert.Empty(person.SiteIds);
    }

    [Fact]
    public void The_last_administrator_stays()
    {
        var administrator = new Person(Guid.NewGuid(), Account, Access.AtSites(Role.Administrator));
        Assert.NotNull(administrator.ChangeAccess(Access.AtSites(Role.Mediator, Site), Somebody, lastAdministrator: true, Now).Refusal);
        Assert.NotNull(administrator.Deactivate(Somebody, lastAdministrator: true, Now).Refusal);
        Assert.True(administrator.Active);
    }

    [Fact]
    public void Whoever_leaves_is_said_to_have_left_once()
    {
        var person = Agent();
        Assert.Null(person.Deactivate(Somebody, lastAdministrator: false, Now).Refusal);
        Assert.NotNull(person.Deactivate(Somebody, lastAdministrator: false, Now).Refusal);
        Assert.Equal([new PersonDeactivated(person.Id, Now), new PersonChanged(person.Id, Now)], person.Events);
    }

    [Fact]
    public void Nobody_closes_their_own_access()
    {
        var person = Agent();
        Assert.NotNull(person.Deactivate(person.Id, lastAdministrator: false, Now).Refusal);
    }

    [Fact]
    public void Whoever_comes_back_has_the_same_access()
    {
        var person = Agent();
        Assert.Null(person.Deactivate(Somebody, lastAdministrator: false, Now).Refusal);
        Assert.Null(person.Activate(Now).Refusal);
        Assert.Equal((true, null, Unit), (person.Active, person.DeactivatedAt, person.UnitIds.Single()));
    }

    [Theory]
    [InlineData("Hélène  MARCHAND", "helene marchand")]
    [InlineData("Aïcha", "aicha")]
    [InlineData("  ", "")]
    public void Search_forgives_accents_and_capitals(string typed, string sought) =>
        Assert.Equal(sought, string.Join(' ', SearchKey.Words(typed)));

    private static Account Account { get; } = new("Hélène", "Marchand", "h.marchand@pimms.example", "h.marchand", "subject");

    private static Person Mediator() => new(Guid.NewGuid(), Account, Access.AtSites(Role.Mediator, Site));

    private static Person Agent() => new(Guid.NewGuid(), Account, Access.AtPartner(Role.PartnerAgent, Guid.NewGuid(), Unit));
}

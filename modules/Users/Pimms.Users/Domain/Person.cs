namespace Pimms.Users;

/// <summary>Somebody who may sign in: of the association, or of one partner, and never of both.</summary>
internal sealed class Person : Aggregate
{
    private Person()
    {
    }

    public Person(Guid id, Account account, Access access)
    {
        Id = id;
        (GivenName, FamilyName, Email, UserName, Subject) = account;
        PartnerId = access.PartnerId;
        Take(access);
        SearchKey = Pimms.Users.SearchKey.Of(FamilyName, GivenName, Email, UserName);
    }

    public string GivenName { get; private set; } = "";
    public string FamilyName { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string UserName { get; private set; } = "";

    /// <summary>The identity provider's name for the person: the <c>sub</c> of its tokens. Null until an invited person has signed in once.</summary>
    public string? Subject { get; private set; }

    public Role Role { get; private set; }

    /// <summary>Of a mediator or site lead: one at least. Empty for everyone else.</summary>
    public List<Guid> SiteIds { get; private set; } = [];

    /// <summary>Of an agent or manager, and it never changes. Null for people of the association.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>Of an agent: one at least. Empty for everyone else: a manager answers for all of them.</summary>
    public List<Guid> UnitIds { get; private set; } = [];

    public bool Active { get; private set; } = true;
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <summary>What lists sort and search by.</summary>
    public string SearchKey { get; private set; } = "";

    public string Name => $"{GivenName} {FamilyName}";

    public Side Side => PartnerId is null ? Side.Association : Side.Partner;

    /// <summary>
    /// Whether this one may stand in for a colleague: both have access, on the same side and at the same partner, and this one would be no more at the other's
    /// places than the other is. A site's lead at a foreign site would be its lead.
    /// </summary>
    public bool CanReplace(Person absent) => Active && absent.Active && Id != absent.Id && PartnerId == absent.PartnerId && Role.HasPlaces() && absent.Role.HasPlaces()
        && (Role != Role.SiteLead || absent.Role == Role.SiteLead || absent.SiteIds.TrueForAll(SiteIds.Contains));

    /// <summary>Tells the person how to get in; again, until it has done so once.</summary>
    public Result Invite(DateTimeOffset at)
    {
        if (Subject is not null || !Active)
            return Refusal.Of("", "ResendInvitation.NotWaiting");

        Raise(new PersonInvited(Id, at));
        return Result.Done;
    }

    /// <param name="access">The new role and where it holds. The partner stays.</param>
    /// <param name="by">Who changes it: nobody changes their own role.</param>
    /// <param name="lastAdministrator">Nobody else could give it back.</param>
    /// <param name="at">When.</param>
    public Result ChangeAccess(Access access, Guid by, bool lastAdministrator, DateTimeOffset at)
    {
        if (access.Role.Side() != Side)
            return Refusal.Of(nameof(access.Role), "ChangeAccess.OtherSide");
        if (by == Id && access.Role != Role)
            return Refusal.Of(nameof(access.Role), "ChangeAccess.Yourself");
        if (lastAdministrator && access.Role != Role.Administrator)
            return Refusal.Of(nameof(access.Role), "ChangeAccess.LastAdministrator");
        if (access.Lacking is { } lacking)
            return lacking;

        Take(access);
        Raise(new PersonChanged(Id, at));
        return Result.Done;
    }

    /// <param name="by">Who closes it: nobody their own.</param>
    /// <param name="lastAdministrator">Nobody else could open it again.</param>
    /// <param name="at">When.</param>
    /// <param name="successor">Who takes over what the person had in hand.</param>
    public Result Deactivate(Guid by, bool lastAdministrator, DateTimeOffset at, Guid? successor = null)
    {
        if (by == Id)
            return Refusal.Of("", "DeactivatePerson.Yourself");
        if (lastAdministrator)
            return Refusal.Of("", "DeactivatePerson.LastAdministrator");
        if (!Active)
            return Refusal.Of("", "DeactivatePerson.Already");

        (Active, DeactivatedAt) = (false, at);
        Raise(new PersonDeactivated(Id, at, successor));
        Raise(new PersonChanged(Id, at));
        return Result.Done;
    }

    public Result Activate(DateTimeOffset at)
    {
        if (Active)
            return Refusal.Of("", "ActivatePerson.Already");

        (Active, DeactivatedAt) = (true, null);
        Raise(new PersonChanged(Id, at));
        return Result.Done;
    }

    private void Take(Access access)
    {
        Role = access.Role;
        SiteIds = access.Role.HasSites() ? [.. access.SiteIds.Distinct()] : [];
        UnitIds = access.Role.HasUnits() ? [.. access.UnitIds.Distinct()] : [];
    }
}

namespace Pimms.Users;

internal sealed class UsersDbContext(DbContextOptions<UsersDbContext> options) : ModuleDbContext(options)
{
    public const string Name = "users";

    public override string Schema => Name;

    protected override PeoplesRights PeoplesRights => RightsOfUsers.All;

    public DbSet<Person> People => Set<Person>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<OutreachPost> Posts => Set<OutreachPost>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Mail> Mails => Set<Mail>();
    public DbSet<MailChoice> MailChoices => Set<MailChoice>();

    protected override object? ToIntegrationEvent(object happened) => happened switch
    {
        PersonDeactivated left => left,
        PersonInvited invited => invited,
        PersonChanged changed => changed,
        _ => null,
    };
}

internal sealed class UsersDbContextFactory() : ModuleDesignTimeFactory<UsersDbContext>(UsersDbContext.Name);

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pimms.Conventions.Contracts;
using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>The module, as the host knows it.</summary>
public sealed class UsersModule : Module
{
    /// <inheritdoc/>
    public override string Name => UsersDbContext.Name;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => UsersPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<UsersDbContext>();
        builder.Services.AddScoped<IUserDirectory, UserDirectory>();
        builder.Services.AddScoped<Places>();
        builder.Services.AddScoped<AccessRules>();
        builder.Services.AddScoped<Admissions>();
        builder.Services.AddScoped<NewPeople>();
        builder.Services.AddScoped<ListedPeople>();
        builder.Services.AddScoped<IMenu, UsersMenu>();
        builder.Services.AddScoped<IPersonaSource, PersonaSource>();
        builder.Services.AddScoped<IAdmission, Admit>();
        builder.Services.AddScoped<PartnerAccess>();
        builder.Services.AddScoped<IFirstAdministrator, FirstAdministrator>();
        builder.Publishes<PersonChanged>("users.person-changed");
        builder.Publishes<PersonDeactivated>("users.person-deactivated");
        builder.Publishes<PersonInvited>("users.person-invited");
        builder.Reacts<PersonChanged, AlignAccount>("users.align-account");
        builder.Reacts<PersonDeactivated, EndReplacements>("users.end-replacements");
        builder.Reacts<PersonInvited, SendInvitation>("users.send-invitation");
        builder.Reacts<ReferralMoved, NotifyOfReferral>("users.notify-of-referral");
        builder.Reacts<ReceiptCodeEnded, NotifyOfReceipt>("users.notify-of-receipt");
        builder.Reacts<ConventionTermNear, NotifyOfTerm>("users.notify-of-term");

        builder.Services.AddSingleton<KeycloakAdminToken>();
        builder.Services.AddHttpClient<KeycloakAdmin>(http => http.Timeout = TimeSpan.FromSeconds(20));
        builder.Services.AddScoped<KeycloakAccounts>();
        builder.Services.AddScoped<IAccounts>(scope => KeycloakSettings.Embedded(builder.Configuration, scope.GetRequiredService<IHostEnvironment>())
            ? new EmbeddedAccounts()
            : scope.GetRequiredService<KeycloakAccounts>());

        builder.Services.AddSingleton<ReceivedMails>();
        builder.Services.AddHostedService<LocalMailServer>();
        builder.Services.AddSingleton<MailServer>();
        builder.Services.AddSingleton<Letters>();
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration("Smtp")
            .Validate<IHostEnvironment>((smtp, environment) => environment.IsDevelopment() || smtp.Host.Length > 0, "Smtp:Host is not configured. Notifications need a mail server.")
            .ValidateOnStart();
        builder.Every(TimeSpan.FromHours(1), "users.end-inactive", () => new EndInactive());
        builder.Every(TimeSpan.FromHours(1), "users.forget-absences", () => new ForgetAbsences());
        builder.Every(TimeSpan.FromMinutes(1), "users.gather-digests", () => new GatherDigests());
        builder.Every(TimeSpan.FromSeconds(15), "users.send-mails", () => new SendMails());
    }

    /// <inheritdoc/>
    public override void MapApi(IEndpointRouteBuilder api) => UsersApi.Map(api);

    /// <inheritdoc/>
    public override async Task SeedDemonstration(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<UsersDbContext>();
        if (await db.Sites.AnyAsync(ct))
            return;
        db.Sites.AddRange(DemonstrationSites.All());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var people = DemonstrationPeople.All(now);
        db.People.AddRange(people);
        db.Absences.AddRange(DemonstrationPeople.Absences(people, WorkingCalendar.DayOf(now)));
        await db.SaveChangesAsync(ct);
    }
}

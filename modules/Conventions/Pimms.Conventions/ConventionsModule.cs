using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Conventions;

/// <summary>The module, as the host knows it.</summary>
public sealed class ConventionsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "conventions";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => ConventionsPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<ConventionsDbContext>();
        builder.Services.AddScoped<IConventionDirectory, ConventionDirectory>();
        builder.Services.AddScoped<IReferentRoles, ReferentRoles>();
        builder.Services.AddScoped<ICommuneDirectory, CommuneDirectory>();
        builder.Services.AddScoped<IMenu, ConventionsMenu>();
        builder.Services.AddScoped<DifferencesInWords>();
        builder.HoldsDocuments<ConventionsDbContext, ConventionFile>("conventions.files");
        builder.Publishes<ConventionSuspended>("conventions.convention-suspended");
        builder.Publishes<ConventionResumed>("conventions.convention-resumed");
        builder.Publishes<ConventionEnded>("conventions.convention-ended");
        builder.Publishes<ConventionTermNear>("conventions.term-near");
        builder.Reacts<PersonDeactivated, ReplaceReferent>("conventions.replace-referent");
        builder.Every(TimeSpan.FromMinutes(5), "expire-conventions", () => new ExpireConventions());
        builder.Every(TimeSpan.FromMinutes(5), "renew-conventions", () => new RenewConventions());
        builder.Every(TimeSpan.FromMinutes(5), "warn-of-terms", () => new WarnOfTerms());
    }

    /// <inheritdoc/>
    public override void MapApi(IEndpointRouteBuilder api)
    {
        ConventionsApi.Map(api);
        ConventionFilesApi.Map(api);
    }

    /// <inheritdoc/>
    public override void MapAddresses(IEndpointRouteBuilder routes) => FeedAddress.Map(routes);

    /// <inheritdoc/>
    public override Task SeedDemonstration(IServiceProvider services, CancellationToken ct) => DemonstrationConventions.Seed(
        services.GetRequiredService<ConventionsDbContext>(), services.GetRequiredService<IPartnerDirectory>(), services.GetRequiredService<IUserDirectory>(), services.GetRequiredService<DocumentIntake>(),
        services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
}

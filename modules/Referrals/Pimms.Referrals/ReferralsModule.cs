using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Referrals;

/// <summary>The module, as the host knows it.</summary>
public sealed class ReferralsModule : Module
{
    /// <inheritdoc/>
    public override string Name => ReferralsDbContext.Name;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Role[]> Permissions => ReferralsPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(ModuleBuilder builder)
    {
        builder.AddModuleDbContext<ReferralsDbContext>();
        builder.Services.AddMemoryCache();
        builder.Services.AddScoped<IWorkInHand, OpenWork>();
        builder.Services.AddScoped<CountedToDo>();
        builder.Services.AddScoped<Numbers>();
        builder.Services.AddSensitiveDataSearch();
        builder.Services.AddSingleton<MandateTemplate>();
        builder.Services.AddScoped<ISentReferrals, SentReferrals>();
        builder.Services.AddScoped<DueReferrals>();
        builder.Services.AddScoped<OpenRequests>();
        builder.Services.AddScoped<FollowTries>();
        builder.Services.AddSingleton<SealedCode>();
        builder.Services.AddScoped<IReferralStatistics, ReferralStatistics>();
        builder.Services.AddScoped<IMenu, CasesMenu>();
        builder.Services.AddScoped<IMenu, OverviewMenu>();
        builder.Services.AddScoped<IMenu, ReferralsMenu>();
        builder.Services.AddScoped<DueInWords>();
        builder.Services.AddScoped<ClockInWords>();
        builder.Services.AddScoped<StateWords>();
        builder.Services.AddScoped<EventWords>();
        builder.Services.AddScoped<TurnInWords>();
        builder.HoldsDocuments<ReferralsDbContext, ReferralDocument>($"{ReferralsDbContext.Name}.{ReferralDocumentConfiguration.Table}");
        builder.HoldsDocuments<ReferralsDbContext, CaseFile>($"{ReferralsDbContext.Name}.{CaseFileConfiguration.Table}");
        builder.HoldsDocuments<ReferralsDbContext, ConsentEvidence>($"{ReferralsDbContext.Name}.{ConsentEvidenceConfiguration.Table}");
        builder.Publishes<ReferralMoved>("referrals.referral-moved");
        builder.Publishes<ReceiptCodeEnded>("referrals.receipt-code-ended");
        builder.Services.Configure<ReceiptSettings>(builder.Configuration.GetSection("Receipts"));
        builder.Reacts<PersonDeactivated, ReleaseAssignments>("referrals.release-assignments");
        builder.Every(TimeSpan.FromMinutes(5), "referrals.expire", () => new ExpireReferrals());
        builder.Every(TimeSpan.FromMinutes(5), "referrals.auto-close", () => new AutoCloseReferrals());
        builder.Every(TimeSpan.FromMinutes(5), "referrals.resume", () => new ResumeHeldReferrals());
    }

    /// <inheritdoc/>
    public override Task SeedDemonstration(IServiceProvider services, CancellationToken ct) =>
        ActivatorUtilities.CreateInstance<DemonstrationReferrals>(services).Seed(ct);

    /// <inheritdoc/>
    public override void MapApi(IEndpointRouteBuilder api) => ReferralsApi.Map(api);
}

using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Pimms.DevIdentity;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>The composition root: which parts there are, and in which order a request meets them.</summary>
internal static class Platform
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        RequiredSettings.Check(builder.Configuration, builder.Environment);
        var services = builder.Services;
        if (!builder.Environment.IsDevelopment())
            builder.Logging.WriteStructured();
        services.AddKernel(builder.Configuration, builder.Environment, Modules.All);
        services.AddTexts([.. Modules.All.Select(module => module.Assembly), typeof(Platform).Assembly]);
        services.AddAssets();
        services.AddPages();
        services.AddApi();
        services.AddApiDescription();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<OutboxHealth>("outbox");
        services.AddAntiforgery();
        services.AddSignIn(builder.Environment, builder.Configuration);
        if (KeycloakSettings.Embedded(builder.Configuration, builder.Environment))
            services.AddDevIdentity(builder.Environment, builder.Configuration);
        if (builder.Environment.IsDevelopment())
            services.AddSingleton<IPersonas, Personas>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(TextResources.Neutral);
            (options.SupportedCultures, options.SupportedUICultures) = ([.. TextResources.Languages], [.. TextResources.Languages]);
        });
    }

    /// <summary>All that stands between building the host and its first request: the database, the demonstration, the pipeline.</summary>
    public static async Task MakeReady(this WebApplication app, CancellationToken ct)
    {
        await PrepareDatabase.Check(app, ct);
        if (app.Environment.IsDevelopment())
        {
            await PrepareDatabase.Seed(app.Services, ct);
            await DemonstrationRealm.Make(app, ct);
        }
        app.UsePlatform();
    }

    private static void UsePlatform(this WebApplication app)
    {
        // What went wrong is said in the reader's language too.
        app.UseRequestLocalization();
        app.UseErrorAnswers(Failures.Answer);
        app.UseMiddleware<SecurityHeaders>();
        app.UseAssets();
        app.UseDatabaseGuard();
        app.UseAddressGate();
        app.UseRouting();
        app.UseAuthentication();
        app.UseCurrentUser();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseBodyGate();
        app.UseStrictRequests();
        app.UseIdempotency();

        app.MapHealth();
        app.MapSignIn();
        app.MapDevIdentity();
        app.MapRazorPages();
        app.MapApiDescription();
        var api = app.MapApi();
        foreach (var module in Modules.All)
        {
            module.MapApi(api);
            module.MapAddresses(app);
        }
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pimms.Kernel;

/// <summary>Registers what takes, keeps and gives back files.</summary>
public static class DocumentsRegistration
{
    internal static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton(all => DocumentSettings.From(all.GetRequiredService<IConfiguration>(), all.GetRequiredService<IHostEnvironment>()))
        .AddSingleton<IntakeGate>()
        .AddSingleton<HeldDocuments>()
        .AddSingleton<VirusScanner>()
        .AddSingleton<ContentCipher>()
        .AddSingleton(all => new S3Bucket(S3Settings.From(all.GetRequiredService<IConfiguration>())!))
        .AddScoped<DatabaseContents>()
        .AddScoped<S3Contents>()
        .AddScoped<IContentStorage>(all => S3Settings.From(all.GetRequiredService<IConfiguration>()) is null ? all.GetRequiredService<DatabaseContents>() : all.GetRequiredService<S3Contents>())
        .AddScoped<DocumentStore>()
        .AddScoped<DocumentIntake>();
}

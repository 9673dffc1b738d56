using Microsoft.Extensions.Configuration;

namespace Pimms.Kernel;

/// <summary>The section <c>Documents:S3</c>: where contents lie when not in the database.</summary>
/// <param name="Endpoint">Of the storage, buckets by path: <c>https://s3.example.org</c>.</param>
/// <param name="Bucket">Made beforehand, closed to the public.</param>
/// <param name="Region"><c>us-east-1</c> unless said, as most compatible storages expect.</param>
/// <param name="AccessKey">Of an account that may put, get and delete objects of the bucket.</param>
/// <param name="SecretKey">Its secret.</param>
public sealed record S3Settings(string Endpoint, string Bucket, string Region, string AccessKey, string SecretKey)
{
    /// <returns>Null when no endpoint is set.</returns>
    /// <exception cref="InvalidOperationException">A part is missing; the message names it.</exception>
    internal static S3Settings? From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Documents:S3");
        string Needed(string key) => section[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Documents:S3:{key} is not set, but Documents:S3:Endpoint is.");
        return section["Endpoint"] is { Length: > 0 } endpoint ? new(endpoint, Needed("Bucket"), section["Region"] ?? "us-east-1", Needed("AccessKey"), Needed("SecretKey")) : null;
    }
}

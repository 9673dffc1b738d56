using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Pimms.Kernel;

/// <summary>Three things that any S3-compatible storage can do.</summary>
internal sealed class S3Bucket(S3Settings settings) : IDisposable
{
    private readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
    {
        ServiceURL = settings.Endpoint,
        AuthenticationRegion = settings.Region,
        ForcePathStyle = true,
        Timeout = TimeSpan.FromSeconds(30),
        MaxErrorRetry = 2,
        // Newer ways of adding sums that not every storage knows; the content carries its own.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async Task Put(Guid id, byte[] content, CancellationToken ct) => await client.PutObjectAsync(new PutObjectRequest
    {
        BucketName = settings.Bucket, Key = KeyOf(id), InputStream = new MemoryStream(content, writable: false), ContentType = "application/octet-stream", UseChunkEncoding = false,
    }, ct);

    public async Task<byte[]> Get(Guid id, CancellationToken ct)
    {
        using var answer = await client.GetObjectAsync(settings.Bucket, KeyOf(id), ct);
        using var content = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(content, ct);
        return content.ToArray();
    }

    public Task Delete(Guid id, CancellationToken ct) => client.DeleteObjectAsync(settings.Bucket, KeyOf(id), ct);

    public void Dispose() => client.Dispose();

    private static string KeyOf(Guid id) => $"documents/{id:N}";
}

namespace Pimms.Kernel;

/// <summary>Gives back and deletes what <see cref="DocumentIntake"/> kept. Whoever calls it has the row that holds the file, and so may.</summary>
public sealed class DocumentStore(IContentStorage storage, ContentCipher cipher)
{
    /// <summary>The content, from its beginning. The caller has shown that the user may see the row.</summary>
    /// <returns>Not found when the file waits in quarantine or was rejected.</returns>
    public async Task<Result<Stream>> Read(StoredFile file, CancellationToken ct) =>
        file.State == DocumentState.Available ? new MemoryStream(await Decrypted(file, ct), writable: false) : Refusal.NotFound;

    /// <summary>Deletes the content, in the scope's transaction; the caller removes its row.</summary>
    public Task Delete(StoredFile file, CancellationToken ct) => storage.Delete([file.ContentId], ct);

    internal async Task<byte[]> Decrypted(StoredFile file, CancellationToken ct) =>
        cipher.Decrypt(file.ContentId, file.Key, await storage.Read(file.ContentId, ct));

    internal async Task<(Guid Id, byte[] Key)> Keep(string holder, byte[] content, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var (key, encrypted) = cipher.Encrypt(id, content);
        await storage.Keep(id, holder, encrypted, ct);
        return (id, key);
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>
/// Takes an upload: looks into it, makes its name safe, strips what images tell about their making, has it scanned, encrypts it and keeps
/// it in the scope's transaction. The module keeps the answer in a row of its own; when that row is not saved, the content goes too.
/// </summary>
public sealed class DocumentIntake(DocumentStore store, VirusScanner scanner, DocumentSettings settings, IntakeGate gate, HeldDocuments held)
{
    /// <summary>10 MB: the most that a file may have.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Takes a file of a form.</summary>
    /// <typeparam name="TDocument">The row that will hold it.</typeparam>
    /// <param name="file">As the browser or program sent it; null is refused as empty.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <returns>What to keep, or a refusal of type <see cref="RefusalTypes.DocumentRefused"/> at <c>File</c> with the fact <c>reason</c>.</returns>
    public async Task<Result<StoredFile>> Take<TDocument>(IFormFile? file, CancellationToken ct) where TDocument : class, IHoldsDocument
    {
        if (file is null or { Length: 0 })
            return Refused(DocumentRefusal.Empty);
        if (file.Length > MostBytes)
            return Refused(DocumentRefusal.TooLarge);

        // A few at a time: each is in memory as a whole while it is looked into.
        using var _ = await gate.Enter(ct);
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, ct);
        return await Take<TDocument>(file.FileName, content, ct);
    }

    /// <summary>Takes a file that is in memory already.</summary>
    /// <inheritdoc cref="Take{TDocument}(IFormFile?, CancellationToken)"/>
    public async Task<Result<StoredFile>> Take<TDocument>(string fileName, byte[] content, CancellationToken ct) where TDocument : class, IHoldsDocument
    {
        if (content.Length == 0)
            return Refused(DocumentRefusal.Empty);
        if (content.Length > MostBytes)
            return Refused(DocumentRefusal.TooLarge);

        var looked = DocumentCheck.Look(fileName, content);
        if (looked.Refusal is { } refusal)
            return Refused(refusal);
        // What was sent is what is scanned: an image loses the places where something could hide only afterwards.
        var scan = await scanner.Scan(content, ct);
        if (scan == ScanAnswer.Infected)
            return Refused(DocumentRefusal.Infected);

        var state = scan == ScanAnswer.Clean || (scan == ScanAnswer.NoScanner && !settings.MustBeScanned) ? DocumentState.Available : DocumentState.Quarantined;
        var (id, key) = await store.Keep(held.NameOf<TDocument>(), looked.Content, ct);
        return new StoredFile(looked.FileName, looked.Kind.ContentType, looked.Content.Length, Convert.ToHexStringLower(SHA256.HashData(looked.Content)), state, id, key);
    }

    /// <summary>
    /// Keeps what one row holds once more, for another: with a content and a key of its own, so that each row alone decides who may read it,
    /// and either may go. The caller has shown that the user may see the first.
    /// </summary>
    /// <typeparam name="TDocument">The row that will hold it.</typeparam>
    /// <param name="file">As the first row holds it.</param>
    /// <param name="ct">Cancels the work.</param>
    /// <returns>What to keep; not found when the file waits in quarantine or was rejected.</returns>
    public async Task<Result<StoredFile>> Copy<TDocument>(StoredFile file, CancellationToken ct) where TDocument : class, IHoldsDocument
    {
        if (file.State != DocumentState.Available)
            return Refusal.NotFound;
        using var _ = await gate.Enter(ct);
        var (id, key) = await store.Keep(held.NameOf<TDocument>(), await store.Decrypted(file, ct), ct);
        return file with { ContentId = id, Key = key };
    }

    /// <summary>The refusal that pages and the API show.</summary>
    public static Refusal Refused(DocumentRefusal reason) => Refused(reason.ToString(), $"DocumentRefusal.{reason}");

    /// <summary>The same for a reason of the module's own.</summary>
    /// <param name="reason">For programs.</param>
    /// <param name="message">A text key.</param>
    /// <param name="args">What the text's places are filled with.</param>
    public static Refusal Refused(string reason, string message, params object?[] args) =>
        new Refusal(RefusalTypes.DocumentRefused, [new("File", message, [.. args])]).With("reason", reason);
}

/// <summary>Lets a few files be looked into at the same time.</summary>
public sealed class IntakeGate : IDisposable
{
    private readonly SemaphoreSlim places = new(4);

    internal async Task<IDisposable> Enter(CancellationToken ct)
    {
        await places.WaitAsync(ct);
        return new Place(places);
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

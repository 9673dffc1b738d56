namespace Pimms.Kernel;

/// <summary>Where encrypted contents lie: in the database, or in S3-compatible storage.</summary>
public interface IContentStorage
{
    /// <summary>Keeps a content for a holder; gone when the scope's transaction is rolled back, at once or by the schedule that tidies up.</summary>
    Task Keep(Guid id, string holder, byte[] encrypted, CancellationToken ct);

    /// <summary>The content.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    Task<byte[]> Read(Guid id, CancellationToken ct);

    /// <summary>Deletes contents; unknown ones are no matter.</summary>
    Task Delete(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The contents of a holder after an id, in order, that are old enough for their transaction to be over.</summary>
    Task<IReadOnlyList<Guid>> After(Guid id, string holder, DateTimeOffset keptBefore, CancellationToken ct);
}

using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Pimms.Kernel;

/// <summary>Deletes contents that no row holds any more: what a cascade took the row of, or what was stored elsewhere and then rolled back.</summary>
public sealed record TidyContents<TDocument> : IRequest<Result> where TDocument : class, IHoldsDocument;

internal sealed class TidyContentsHandler<TContext, TDocument>(TContext db, IContentStorage storage, IEnumerable<HeldDocument> held, TimeProvider clock)
    : IRequestHandler<TidyContents<TDocument>, Result> where TContext : ModuleDbContext where TDocument : class, IHoldsDocument
{
    // Longer than any transaction lasts.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    public async Task<Result> Handle(TidyContents<TDocument> command, CancellationToken ct)
    {
        var its = held.Single(one => one.Document == typeof(TDocument));
        var contents = await storage.After(its.TidiedTo, its.Table, clock.GetUtcNow() - Settled, ct);
        its.TidiedTo = contents.Count == 0 ? Guid.Empty : contents[^1];
        var rows = await db.Set<TDocument>().Where(one => contents.Contains(one.File.ContentId)).Select(one => one.File.ContentId).ToListAsync(ct);
        var left = contents.Except(rows).ToList();
        if (left.Count > 0)
            await storage.Delete(left, ct);
        return Result.Done;
    }
}

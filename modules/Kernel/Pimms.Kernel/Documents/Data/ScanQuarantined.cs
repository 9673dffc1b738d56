using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Pimms.Kernel;

/// <summary>Has the scanner look at what waits in quarantine.</summary>
public sealed record ScanQuarantined<TDocument> : IRequest<Result> where TDocument : class, IHoldsDocument;

internal sealed class ScanQuarantinedHandler<TContext, TDocument>(TContext db, DocumentStore store, VirusScanner scanner, HeldDocuments held)
    : IRequestHandler<ScanQuarantined<TDocument>, Result> where TContext : ModuleDbContext where TDocument : class, IHoldsDocument
{
    public async Task<Result> Handle(ScanQuarantined<TDocument> command, CancellationToken ct)
    {
        if (!scanner.IsConfigured)
            return Result.Done;
        // Claimed: any number of hosts may look at once.
        var sql = $"select file_content_id as \"Value\" from {held.NameOf<TDocument>()} where file_state = 'Quarantined' order by file_content_id limit 20 for update skip locked";
        var claimed = await db.Database.SqlQueryRaw<Guid>(sql).ToListAsync(ct);
        foreach (var id in claimed)
        {
            var document = await db.Set<TDocument>().SingleAsync(one => one.File.ContentId == id, ct);
            var answer = await scanner.Scan(await store.Decrypted(document.File, ct), ct);
            if (answer is not (ScanAnswer.Clean or ScanAnswer.Infected))
                break;
            document.File = document.File with { State = answer == ScanAnswer.Clean ? DocumentState.Available : DocumentState.Rejected };
            if (answer == ScanAnswer.Infected)
                await store.Delete(document.File, ct);
            await db.SaveChangesAsync(ct);
        }
        return Result.Done;
    }
}

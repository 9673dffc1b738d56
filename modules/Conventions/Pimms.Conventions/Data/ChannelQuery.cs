using System.Linq.Expressions;

namespace Pimms.Conventions;

/// <summary>A partner's conventions as far as the channel asks, translated once: to understand the question anew each time takes longer than to answer it.</summary>
internal static class ChannelQuery
{
    /// <summary>By partner, with the commitments for these procedures.</summary>
    public static readonly Func<ConventionsDbContext, Guid, Guid[], IAsyncEnumerable<ChannelCandidate>> Of = EF.CompileAsyncQuery(Question());

    /// <summary>The two expressions as one: a compiled query takes no other in its midst. The procedures are the same parameter in both.</summary>
    private static Expression<Func<ConventionsDbContext, Guid, Guid[], IQueryable<ChannelCandidate>>> Question()
    {
        Expression<Func<ConventionsDbContext, Guid, IQueryable<Convention>>> signed = (db, partnerId) =>
            db.Conventions.AsNoTracking().AsSingleQuery().Where(convention => convention.PartnerId == partnerId && convention.State != ConventionState.Draft);
        var (convention, procedures) = (ChannelCandidate.With.Parameters[0], ChannelCandidate.With.Parameters[1]);
        var read = Expression.Lambda<Func<Convention, ChannelCandidate>>(ChannelCandidate.With.Body, convention);
        var candidates = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(Convention), typeof(ChannelCandidate)], signed.Body, Expression.Quote(read));
        return Expression.Lambda<Func<ConventionsDbContext, Guid, Guid[], IQueryable<ChannelCandidate>>>(candidates, signed.Parameters[0], signed.Parameters[1], procedures);
    }
}

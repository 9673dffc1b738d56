namespace Pimms.Conventions;

/// <summary>One version of a convention beside the one before: what changes, in words.</summary>
internal sealed record CompareVersions(Guid Id, int Number) : IRequest<Result<VersionsCompared>>;

/// <summary>Before is null for the first version.</summary>
internal sealed record VersionsCompared(ConventionView Convention, TermsView? Before, TermsView After, IReadOnlyList<Difference> Differences);

internal sealed class CompareVersionsHandler(IMediator mediator, DifferencesInWords differences) : IRequestHandler<CompareVersions, Result<VersionsCompared>>
{
    public async Task<Result<VersionsCompared>> Handle(CompareVersions request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new ConventionDocument(request.Id), cancellationToken);
        if (!found.TryGet(out var view) || view.Versions.FirstOrDefault(version => version.Number == request.Number) is not { } after)
            return Refusal.NotFound;
        var before = view.Versions.LastOrDefault(version => version.Number < request.Number);
        return new VersionsCompared(view, before, after, before is null ? [] : await differences.Between(before, after, cancellationToken));
    }
}

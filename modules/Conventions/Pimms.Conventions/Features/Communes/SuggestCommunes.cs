namespace Pimms.Conventions;

/// <summary>What a field of a commune offers while it is typed.</summary>
internal sealed record SuggestCommunes(string? Q) : IRequest<Result<IReadOnlyList<string>>>;

internal sealed class SuggestCommunesHandler(ICommuneDirectory communes) : IRequestHandler<SuggestCommunes, Result<IReadOnlyList<string>>>
{
    private const int AtMost = 12;

    public async Task<Result<IReadOnlyList<string>>> Handle(SuggestCommunes request, CancellationToken cancellationToken) =>
        Result.Of<IReadOnlyList<string>>([.. (await communes.Search(request.Q ?? "", AtMost, cancellationToken)).Select(commune => commune.Written)]);
}

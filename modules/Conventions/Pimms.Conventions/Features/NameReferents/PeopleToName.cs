namespace Pimms.Conventions;

/// <summary>Who can speak for each side of a convention with a partner.</summary>
internal sealed record PeopleToName(Guid PartnerId) : IRequest<Result<NameablePeople>>;

internal sealed record NameablePeople(IReadOnlyList<Choice> OfAssociation, IReadOnlyList<Choice> OfPartner);

internal sealed class PeopleToNameHandler(IUserDirectory users) : IRequestHandler<PeopleToName, Result<NameablePeople>>
{
    public async Task<Result<NameablePeople>> Handle(PeopleToName request, CancellationToken cancellationToken) => new NameablePeople(
        [.. (await users.PeopleOf(null, cancellationToken)).Select(person => new Choice(person.Id, person.Name))],
        [.. (await users.PeopleOf(request.PartnerId, cancellationToken)).Select(person => new Choice(person.Id, person.Name))]);
}

using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>One line of a list: who, and why not.</summary>
/// <param name="Number">1 for the first line that names somebody.</param>
/// <param name="Cells">As written.</param>
/// <param name="Person">Null when refused.</param>
/// <param name="Errors">Why; empty when all is well.</param>
internal sealed record ListedPerson(int Number, IReadOnlyList<string> Cells, Person? Person, IReadOnlyList<FieldError> Errors);

/// <summary>Reads people from a list in words: tabs, semicolons or commas between the cells, places by their names, several with a slash.</summary>
internal sealed class ListedPeople(UsersDbContext db, CurrentUser user, NewPeople people, IPartnerDirectory partners, Texts texts)
{
    private const int AtMost = 200;
    private readonly InvitePersonValidator validator = new();

    public async Task<IReadOnlyList<ListedPerson>> Read(string list, CancellationToken ct)
    {
        var sites = await db.Sites.ManagedBy(user).Select(site => new { site.Id, site.Name }).ToListAsync(ct);
        var known = await partners.Partners(ct);
        var read = new List<ListedPerson>();
        foreach (var (number, cells) in Table.Rows(list).Where(cells => !IsHeading(cells)).Take(AtMost + 1).Index())
        {
            // Nobody is left out without a word: the first line too many stops the list.
            if (number == AtMost)
            {
                read.Add(new(number + 1, cells, null, [new("List", "InvitePeople.TooMany", [AtMost])]));
                break;
            }
            var partner = user.PartnerId ?? known.FirstOrDefault(one => Same(one.Name, cells[5]))?.Id;
            List<FieldError> wrong = cells[5].Length > 0 && partner is null ? [new("PartnerId", "InvitePeople.UnknownPartner", [cells[5]])] : [];
            var units = partner is { } id ? (await partners.Partner(id, ct))?.Units.Select(unit => (unit.Id, unit.Name)) ?? [] : [];
            var places = Places([.. partner is null ? sites.Select(site => (site.Id, site.Name)) : units], cells[4], wrong);
            var invite = new InvitePerson
            {
                GivenName = cells[0], FamilyName = cells[1], Email = cells[2], Role = RoleOf(cells[3]), PartnerId = partner,
                SiteIds = partner is null ? places : [], UnitIds = partner is null ? [] : places,
            };
            read.Add(await Line(number + 1, cells, invite, wrong, read, ct));
        }
        return read;
    }

    private async Task<ListedPerson> Line(int number, IReadOnlyList<string> cells, InvitePerson invite, List<FieldError> wrong, List<ListedPerson> before, CancellationToken ct)
    {
        if (cells.Any(cell => cell.Any(char.IsControl)))
            wrong.Add(new("List", "Field.OneLine"));
        wrong.AddRange(validator.Validate(invite).Errors.Select(error => new FieldError(error.PropertyName, error.ErrorMessage)));
        if (before.Exists(other => other.Person is not null && Same(other.Person.Email, invite.Email)))
            wrong.Add(new("Email", "InvitePeople.Twice"));
        if (wrong.Count > 0)
            return new(number, cells, null, wrong);
        var made = await people.Make(invite, ct);
        return new(number, cells, made.Refusal is null ? made.Value : null, made.Refusal is { } refusal ? [.. refusal.Errors] : []);
    }

    private static List<Guid> Places(IReadOnlyList<(Guid Id, string Name)> known, string cell, List<FieldError> wrong)
    {
        var found = new List<Guid>();
        foreach (var name in cell.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (known.FirstOrDefault(place => Same(place.Name, name)) is { Name: not null } place)
                found.Add(place.Id);
            else
                wrong.Add(new("SiteIds", "InvitePeople.UnknownPlace", [name]));
        }
        return found;
    }

    private Role? RoleOf(string cell)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (Same(cell, texts.Of(role)) || Same(cell, role.ToString()) || texts[$"InvitePeople.Role.{role}"].Split('/').Any(word => Same(cell, word)))
                return role;
        }
        return null;
    }

    private bool IsHeading(IReadOnlyList<string> cells) => !cells[2].Contains('@', StringComparison.Ordinal) && RoleOf(cells[3]) is null && Same(cells[2], texts["InvitePerson.Email"]);

    private static bool Same(string one, string other) => SearchKey.Of(one) == SearchKey.Of(other);
}

using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>
/// What people's requests may do with the module's rows, by verb. The history, the figures and the comments of reviews are added and stay; that
/// what was signed is not rewritten the tables' own triggers hold, for everybody.
/// </summary>
internal static class RightsOfConventions
{
    private static readonly string Own = $"{Administrator} and {PersonIsMe("person_id")}";

    public static PeoplesRights All { get; } = new()
    {
        Tables =
        [
            new("conventions") { Insert = Administrator, Update = Administrator },
            new("terms") { Insert = Administrator, Update = Administrator, Fixed = ["convention_id", "number"] },
            new("commitments") { Insert = Administrator, Update = Administrator, Delete = Administrator, Fixed = ["convention_id", "number", "procedure_id"] },
            // Whether the partner sees them follows the convention.
            new("steps") { Insert = Administrator, Update = Administrator, Columns = ["published"] },
            new("referents") { Insert = Administrator, Update = Administrator, Delete = Administrator, Fixed = ["convention_id"] },
            new("proposals") { Insert = Administrator, Update = Administrator, Delete = Administrator, Fixed = ["convention_id"] },
            new("settings") { Insert = Administrator, Update = Administrator },
            new("files") { Insert = Administrator, Update = Administrator, Columns = ["published"] },
            new("reviews") { Insert = Administrator, Update = Administrator, Fixed = ["id", "convention_id"] },
            new("review_figures") { Insert = Administrator },
            new("review_comments")
            {
                Insert = $"(side = 'Association' and {Administrator}) or (side = 'Partner' and {PartnerIsMine("partner_id")} and {RoleIs(Role.PartnerManager)})",
            },
            new("calendar_feeds") { Insert = Own, Update = Own, Delete = Own, Fixed = ["person_id"] },
            new("communes") { Insert = Administrator, Update = Administrator, Fixed = ["code"] },
            new("commune_imports") { Insert = Own, Update = Own, Delete = Own, Fixed = ["person_id"] },
        ],
        Events =
        [
            new("conventions.convention-suspended", Administrator),
            new("conventions.convention-resumed", Administrator),
            new("conventions.convention-ended", Administrator),
        ],
    };
}

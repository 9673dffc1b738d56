namespace Pimms.Conventions;

internal static class ForeignProcedures
{
    /// <summary>What the partner can be asked, as it is called today.</summary>
    public static IReadOnlyDictionary<Guid, string> ProcedureTitles(this PartnerDetails partner) =>
        partner.Units.SelectMany(unit => unit.Procedures).ToDictionary(procedure => procedure.Id, procedure => procedure.Title);

    /// <summary>A convention covers what its partner can be asked, nothing else: refused at the procedure, null when all are the partner's.</summary>
    public static Refusal? RefuseForeignProcedures(this PartnerDetails partner, ConventionContent content)
    {
        if (!content.Covers(ContentPart.Commitments))
            return null;
        var own = partner.ProcedureTitles();
        FieldError[] errors = [.. content.Procedures.Index()
            .Where(row => row.Item.Covered && !own.ContainsKey(row.Item.ProcedureId))
            .Select(row => new FieldError($"{nameof(content.Procedures)}[{row.Index}].{nameof(ProcedureContent.ProcedureId)}", "Convention.ForeignProcedure", [partner.Name]))];
        return errors.Length == 0 ? null : new Refusal(RefusalTypes.Validation, [.. errors]);
    }
}

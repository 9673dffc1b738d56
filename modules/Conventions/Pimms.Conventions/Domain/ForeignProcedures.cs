namespace Pimms.Conventions;

internal static class ForeignProcedures
{
    /// <summary>A convention covers what its partner can be asked, nothing else: refused at the procedure, null when all are the partner's.</summary>
    public static Refusal? RefuseForeignProcedures(this PartnerDetails partner, ConventionContent content)
    {
        var own = partner.Units.SelectMany(unit => unit.Procedures).Select(procedure => procedure.Id).ToHashSet();
        FieldError[] errors = [.. content.Procedures.Index()
            .Where(row => row.Item.Covered && !own.Contains(row.Item.ProcedureId))
            .Select(row => new FieldError($"{nameof(content.Procedures)}[{row.Index}].{nameof(ProcedureContent.ProcedureId)}", "Convention.ForeignProcedure", [partner.Name]))];
        return errors.Length == 0 ? null : new Refusal(RefusalTypes.Validation, [.. errors]);
    }
}

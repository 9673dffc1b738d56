namespace Pimms.Conventions;

/// <summary>What a form of a convention starts from: a row for each of the partner's procedures and for each beneficiary field.</summary>
internal static class BlankContent
{
    public static IReadOnlyList<ProcedureContent> Procedures(PartnerDetails partner, IReadOnlyList<CommitmentLine>? agreed = null) =>
    [
        .. from unit in partner.Units
           from procedure in unit.Procedures
           let known = agreed?.FirstOrDefault(one => one.ProcedureId == procedure.Id)
           select new ProcedureContent
           {
               ProcedureId = procedure.Id,
               Covered = known is not null,
               AcknowledgeWithinDays = known?.AcknowledgeWithinDays,
               AnswerWithinDays = known?.AnswerWithinDays,
               ExpiryDays = known?.ExpiryDays ?? Commitment.UsualExpiryDays,
               MonthlyCap = known?.MonthlyCap,
           },
    ];

    public static IReadOnlyList<DisclosureContent> Fields(IReadOnlyList<DisclosedField>? agreed = null) =>
        [.. Enum.GetValues<BeneficiaryField>().Select(which => new DisclosureContent { Field = which, When = agreed?.FirstOrDefault(one => one.Field == which)?.When })];
}

namespace Pimms.Referrals;

/// <summary>What a request must have before a partner can act on it; asked when the mediator goes on to check, and again at sending.</summary>
internal static class Completeness
{
    /// <summary>The request as it is kept, and what it lacks.</summary>
    public static (ReferralRequest Request, List<FieldError> Errors) Of(ReferralRequest typed, ProcedureForm form)
    {
        var errors = new List<FieldError>();
        if (typed.Subject.Length == 0)
            errors.Add(new(nameof(typed.Subject), "Write.SubjectMissing"));
        if (typed.ExpectedOutcome.Length == 0)
            errors.Add(new(nameof(typed.ExpectedOutcome), "Write.ExpectedOutcomeMissing"));
        if (typed.Urgency == Urgency.Urgent && string.IsNullOrEmpty(typed.UrgencyReason))
            errors.Add(new(nameof(typed.UrgencyReason), "Write.UrgencyReasonMissing"));

        var answers = FormAnswers.Read(form, typed.Answers);
        errors.AddRange(answers.Errors);
        return (typed with { Answers = answers.Kept }, errors);
    }
}

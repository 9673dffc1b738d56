namespace Pimms.Referrals;

/// <summary>What a form asked earlier on the same case, and what was answered.</summary>
internal sealed record EarlierAnswers(Guid PartnerId, ProcedureForm Form, IReadOnlyDictionary<string, string> Answers);

/// <summary>Answers that a case knows already: nobody is asked the same twice.</summary>
internal static class KnownAnswers
{
    /// <summary>The answers to begin a form with, as they are kept: only those that the form itself would take.</summary>
    /// <param name="form">What is asked now.</param>
    /// <param name="partnerId">Of whom.</param>
    /// <param name="earlier">The latest first: it is nearest to the truth.</param>
    public static Dictionary<string, string> For(ProcedureForm form, Guid partnerId, IReadOnlyList<EarlierAnswers> earlier)
    {
        var known = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            var alone = form with { Fields = [field] };
            var answers = from one in earlier
                          where one.Form.Fields.Any(asked => IsSame(asked, field, samePartner: one.PartnerId == partnerId)) && one.Answers.ContainsKey(field.Key)
                          from kept in FormAnswers.Read(alone, new Dictionary<string, string> { [field.Key] = one.Answers[field.Key] }).Kept
                          select kept.Value;
            if (answers.FirstOrDefault() is { } answer)
                known[field.Key] = answer;
        }
        return known;
    }

    /// <summary>The same partner means the same by a name; another one only when it asks in the same words: everybody has a <c>contractNumber</c> of its own.</summary>
    private static bool IsSame(FormField asked, FormField field, bool samePartner) =>
        asked.Key == field.Key && asked.Type == field.Type && asked.Pattern == field.Pattern && (samePartner || asked.Label == field.Label);
}

namespace Pimms.Referrals;

/// <summary>The documents without which a procedure's request is not sent.</summary>
internal static class RequiredDocuments
{
    /// <summary>Those that no file stands for yet: one that the partner will see, and that the scanner did not reject.</summary>
    public static List<string> Missing(ProcedureForm form, IEnumerable<ReferralDocument> documents)
    {
        var given = documents.Where(document => document.Visibility == Visibility.Shared && document.File.State != DocumentState.Rejected).Select(document => document.Requirement).ToHashSet();
        return [.. form.RequiredDocuments.Where(required => !given.Contains(required))];
    }

    /// <summary>The same as errors, each at its place in the form's list.</summary>
    public static IEnumerable<FieldError> Errors(ProcedureForm form, IEnumerable<ReferralDocument> documents) =>
        Missing(form, documents).Select(missing => new FieldError($"RequiredDocuments[{form.RequiredDocuments.Index().First(one => one.Item == missing).Index}]", "Document.RequiredMissing", [missing]));
}

namespace Pimms.Partners;

/// <summary>A form on its own, outside any procedure: what is exported, imported, and kept in the catalogue.</summary>
/// <param name="Title">What the procedure is called.</param>
/// <param name="Description">When to use it; empty when the title says it all.</param>
/// <param name="Fields">In the order they are asked.</param>
/// <param name="RequiredDocuments">What must be attached.</param>
internal sealed record FormDocument(string Title, string Description, IReadOnlyList<FormField> Fields, IReadOnlyList<string> RequiredDocuments)
{
    public ProcedureForm Form => new(1, Fields) { RequiredDocuments = RequiredDocuments };
}

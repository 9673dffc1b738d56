namespace Pimms.Conventions;

/// <summary>Who signed.</summary>
/// <param name="Name">Given name and family name.</param>
/// <param name="Capacity">In which capacity: <c>présidente du PIMMS</c>.</param>
internal sealed record Signatory(string Name, string Capacity);

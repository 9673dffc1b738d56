namespace Pimms.Conventions;

/// <summary>Who speaks for each side and who stands in, as chosen; null for nobody.</summary>
internal sealed record ReferentsContent
{
    public Guid? Association { get; init; }

    public Guid? AssociationDeputy { get; init; }

    public Guid? Partner { get; init; }

    public Guid? PartnerDeputy { get; init; }
}

namespace Pimms.Partners;

/// <summary>What can be switched off and on; named as in the pages' addresses.</summary>
internal enum OfferKind
{
    Partners,
    Units,
    Procedures,
}

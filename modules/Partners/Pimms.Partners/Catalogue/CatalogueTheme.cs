namespace Pimms.Partners;

/// <summary>What a procedure of the catalogue is about, in the order it is shown.</summary>
internal enum CatalogueTheme
{
    Energy,
    Water,
    Housing,
    Benefits,
    Health,
    Autonomy,
    Employment,
    Taxes,
    Papers,
    City,
    Transport,
    Post,
    Digital,
}

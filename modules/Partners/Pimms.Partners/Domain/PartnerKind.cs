namespace Pimms.Partners;

/// <summary>What kind of organisation a partner is: people look for it by this.</summary>
internal enum PartnerKind
{
    State,
    Region,
    Department,
    Metropolis,
    City,
    SocialBody,
    Water,
    Energy,
    Transport,
    Post,
    Health,
    Employment,
    Housing,
    Other,
}

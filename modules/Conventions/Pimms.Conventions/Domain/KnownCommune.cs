namespace Pimms.Conventions;

/// <summary>A commune that can be named. Never deleted: what was written under a code that a merger ended must keep its name.</summary>
internal sealed class KnownCommune
{
    /// <summary>INSEE code.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What it is found by: see <see cref="CommuneSpelling.KeyOf"/>.</summary>
    public string SearchKey { get; private set; } = "";
}

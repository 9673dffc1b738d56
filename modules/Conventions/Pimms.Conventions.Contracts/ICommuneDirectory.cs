namespace Pimms.Conventions.Contracts;

/// <summary>The communes of France that the platform knows, by INSEE code: the Gard's from the start, others once an administrator has imported them. Reads only.</summary>
public interface ICommuneDirectory
{
    /// <summary>The names of these communes; unknown codes are left out, so that this also tells which exist.</summary>
    /// <param name="codes">INSEE codes.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> codes, CancellationToken ct);

    /// <summary>The communes whose name, or a word of it, or code begins so, whatever the accents, hyphens and case; those whose whole name does first.</summary>
    /// <param name="beginning">What was typed; nothing finds nothing.</param>
    /// <param name="atMost">1 or more.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<IReadOnlyList<CommuneName>> Search(string beginning, int atMost, CancellationToken ct);

    /// <summary>What people typed, understood: a code (<c>30189</c>), a name (<c>nimes</c>), or both (<c>Nîmes (30189)</c>). Every text that was asked for is answered.</summary>
    /// <param name="typed">The texts, as typed.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<IReadOnlyDictionary<string, CommuneMatch>> Recognise(IReadOnlyCollection<string> typed, CancellationToken ct);
}

/// <summary>A commune.</summary>
/// <param name="Code">INSEE code, 5 characters; not the postal code.</param>
/// <param name="Name">Its official name, with accents.</param>
public sealed record CommuneName(string Code, string Name)
{
    /// <summary>As fields show it, and understand it again: <c>Nîmes (30189)</c>.</summary>
    public string Written => $"{Name} ({Code})";
}

/// <summary>What a text was understood as.</summary>
/// <param name="Found">The commune, when it is one and only one.</param>
/// <param name="Candidates">Otherwise a few that it may have meant; empty when nothing is like it.</param>
public sealed record CommuneMatch(CommuneName? Found, IReadOnlyList<CommuneName> Candidates);

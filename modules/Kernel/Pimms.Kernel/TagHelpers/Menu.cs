namespace Pimms.Kernel;

/// <summary>A module's part of the header's navigation; registered as a scoped service, asked once per page.</summary>
public interface IMenu
{
    /// <summary>What this user finds there; empty when nothing.</summary>
    Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct);
}

/// <summary>One entry of the header's navigation.</summary>
/// <param name="Key">The text key of its name.</param>
/// <param name="Href">Where it leads; it is marked as current on that page and those below it.</param>
/// <param name="Order">Smaller is further to the front.</param>
/// <param name="Count">How many wait there for the user; nothing is shown for null and 0.</param>
public sealed record MenuItem(string Key, string Href, int Order, int? Count = null);

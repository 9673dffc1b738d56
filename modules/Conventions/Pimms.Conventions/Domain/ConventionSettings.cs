namespace Pimms.Conventions;

/// <summary>What the association decided for all its conventions; one row.</summary>
internal sealed class ConventionSettings : Aggregate
{
    /// <summary>The one there is.</summary>
    public static readonly Guid Only = Guid.Parse("00000000-0000-8000-8000-000000000001");

    private ConventionSettings()
    {
    }

    /// <summary>Whether a signature or an amendment waits until another administrator says yes.</summary>
    public bool SecondAdministrator { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string ChangedByName { get; private set; } = "";

    /// <summary>As long as nobody decided otherwise.</summary>
    public static ConventionSettings Default() => new() { Id = Only };

    public void Decide(bool secondAdministrator, CurrentUser by, DateTimeOffset at) => (SecondAdministrator, ChangedByName, ChangedAt) = (secondAdministrator, by.Name, at);
}

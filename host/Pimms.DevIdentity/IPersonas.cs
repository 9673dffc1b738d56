namespace Pimms.DevIdentity;

/// <summary>Who may be played. Asked at each sign-in and each token, so that a deactivated person is refused at once.</summary>
public interface IPersonas
{
    /// <summary>In the order in which the picker shows them.</summary>
    Task<IReadOnlyList<Persona>> All(CancellationToken ct);
}

namespace Pimms.Referrals.Contracts;

/// <summary>How many referrals went out: for the caps of conventions. Numbers only, of all sites.</summary>
public interface ISentReferrals
{
    /// <summary>The referrals sent in a calendar month under a convention, whatever became of them, by procedure; a procedure without any is left out.</summary>
    /// <param name="conventionId">The convention, all its versions together.</param>
    /// <param name="procedureIds">Which are asked about.</param>
    /// <param name="day">Any day of the month, Europe/Paris.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<IReadOnlyDictionary<Guid, int>> InMonth(Guid conventionId, IReadOnlyCollection<Guid> procedureIds, DateOnly day, CancellationToken ct);
}

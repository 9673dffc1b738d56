namespace Pimms.Referrals;

/// <summary>Section <c>Receipts</c> of the configuration.</summary>
internal sealed record ReceiptSettings
{
    /// <summary>A code ends after so many tries with a wrong birth date, however far apart.</summary>
    public int MostFailures { get; init; } = 20;
}

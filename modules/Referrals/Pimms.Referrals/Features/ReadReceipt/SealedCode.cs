using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Pimms.Referrals;

/// <summary>
/// The code on its way from being issued to being printed, perhaps in another language: it travels in the address, sealed for this case and a
/// few hours, because nothing but its hash is kept.
/// </summary>
internal sealed class SealedCode(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Hours = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("referrals.receipt").ToTimeLimitedDataProtector();

    public string Seal(Guid caseId, string code) => protector.Protect($"{caseId} {code}", Hours);

    /// <summary>Null when it is too old, another case's, or no seal of ours.</summary>
    public string? Open(Guid caseId, string? seal)
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            return protector.Unprotect(seal).Split(' ') is [var of, var code] && of == caseId.ToString() ? code : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

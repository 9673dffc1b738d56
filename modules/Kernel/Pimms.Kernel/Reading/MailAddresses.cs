using System.Globalization;
using FluentValidation;
using MimeKit;

namespace Pimms.Kernel;

/// <summary>The one rule of e-mail addresses: what the mail library itself reads as an address and nothing else, with a domain that can be asked for.</summary>
public static class MailAddresses
{
    private const int Longest = 254;

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Whether it is one address, without a name and without brackets: <c>prenom.nom@exemple.fr</c>.</summary>
    public static bool Fits(string address) =>
        address.Length <= Longest && !address.Any(IsUnseen) && MailboxAddress.TryParse(Strict, address, out var read) && read.Address == address
        && address.LastIndexOf('@') is > 0 and var at && HasLocalPart(address[..at]) && HasDomain(address[(at + 1)..]);

    /// <summary>Refuses what is no address; none at all is not asked about.</summary>
    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule) => rule.Must(address => address is null || Fits(address));

    private static bool IsUnseen(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static bool HasLocalPart(string part) => part[0] != '.' && part[^1] != '.' && !part.Contains("..", StringComparison.Ordinal) && !part.Contains('"', StringComparison.Ordinal);

    private static bool HasDomain(string domain) => domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') && Uri.CheckHostName(domain) == UriHostNameType.Dns;
}

using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What a page was asked, to be offered once more when it could not answer: an address, and the fields that somebody filled in.</summary>
/// <param name="Address">Of this host.</param>
/// <param name="Fields">With the one-time key, so that what was done after all is not done again; empty for what was only looked at.</param>
/// <param name="HadFiles">Files cannot be kept in a page.</param>
internal sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    private const long AtMost = 1_000_000;

    /// <summary>What somebody wrote, to be read or copied: not what the page had put into the form.</summary>
    public IEnumerable<string> Written => Fields
        .Where(sent => !sent.Key.StartsWith("__", StringComparison.Ordinal) && sent.Value.Any(char.IsLetter) && !Guid.TryParse(sent.Value, out _))
        .Select(sent => sent.Value);

    public static async Task<SentForm> Of(HttpContext http)
    {
        var request = http.Request;
        // What comes back from the issuer serves once.
        var address = request.Path.StartsWithSegments("/signin-oidc")
            ? SignInAddresses.SignIn
            : $"{request.PathBase}{request.Path}{request.QueryString}";
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return new(address, [], false);
        // A form of another site is not offered as if somebody had written it here.
        if (!SameOrigin.Sent(request) || await Form(http) is not { } form)
            return new("/", [], false);
        var fields = form
            .SelectMany(sent => sent.Value.Select(value => new KeyValuePair<string, string>(sent.Key, value ?? "")))
            .ToList();
        return form.Files.Count == 0 ? new(address, fields, false) : new(PageOf(request), fields, true);
    }

    /// <summary>Where the form stood.</summary>
    private static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.FirstOrDefault(), UriKind.Absolute, out var page) ? page.PathAndQuery : "/";

    private static async Task<IFormCollection?> Form(HttpContext http)
    {
        var read = http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        if (read is not null || !http.Request.HasFormContentType || http.Request.ContentLength is null or > AtMost)
            return read;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or InvalidOperationException)
        {
            // Half of it was read when it went wrong.
            return null;
        }
    }
}

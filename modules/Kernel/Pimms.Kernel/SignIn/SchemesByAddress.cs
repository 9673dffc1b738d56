using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>A scheme that answers requests itself, as an issuer's callback does, and where: it is not asked about any other address.</summary>
/// <param name="Scheme">The scheme's name.</param>
/// <param name="Begins">How the addresses begin that it answers.</param>
public sealed record AnsweringScheme(string Scheme, string Begins);

/// <summary>Left to itself, each request of each page would make every such scheme's handler and ask whether the address is its own.</summary>
internal sealed class SchemesByAddress(IOptions<AuthenticationOptions> options, IHttpContextAccessor current, IEnumerable<AnsweringScheme> answering) : AuthenticationSchemeProvider(options)
{
    private readonly AnsweringScheme[] answering = [.. answering];

    public override async Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync()
    {
        var schemes = await base.GetRequestHandlerSchemesAsync();
        var path = current.HttpContext?.Request.Path.Value;
        return path is null || answering.Any(one => path.StartsWith(one.Begins, StringComparison.OrdinalIgnoreCase))
            ? schemes
            : schemes.Where(scheme => !answering.Any(one => one.Scheme == scheme.Name));
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OpenIddict.Server.AspNetCore;

namespace Pimms.DevIdentity;

/// <summary>The issuer is asked about its own addresses only: everywhere else a request meets what it would meet with a real issuer elsewhere.</summary>
internal sealed class SchemesByAddress(IOptions<AuthenticationOptions> options, IHttpContextAccessor current) : AuthenticationSchemeProvider(options)
{
    private IEnumerable<AuthenticationScheme>? others;

    public override async Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync()
    {
        if (current.HttpContext?.Request.Path.StartsWithSegments(Addresses.Root) is not false)
            return await base.GetRequestHandlerSchemesAsync();
        return others ??= [.. (await base.GetRequestHandlerSchemesAsync()).Where(scheme => scheme.Name != OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)];
    }
}

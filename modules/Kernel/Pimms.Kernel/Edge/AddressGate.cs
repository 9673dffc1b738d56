using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>Refuses a request whose address or headers hold what no text may: before anybody looks at it.</summary>
internal sealed class AddressGate(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        // The page that says so is asked for with the same address.
        if (UnfitText.In(http) is not null)
            return next(http);
        var unfit = Unfit(http).ToList();
        return unfit.Count == 0 ? next(http) : UnfitText.Refuse(http, unfit);
    }

    private static IEnumerable<string> Unfit(HttpContext http)
    {
        // As it came over the line: what is decoded already does not tell what could not be.
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var query = target.IndexOf('?', StringComparison.Ordinal);
        if (!EncodedText.Decode(query < 0 ? target : target[..query], plusIsSpace: false).IsFit)
            yield return "path";
        if (query >= 0)
        {
            foreach (var pair in EncodedText.Pairs(target[(query + 1)..]).Where(pair => !pair.IsFit))
                yield return pair.Name.Length > 0 ? pair.Name : "query";
        }
        // A cookie that another program left in the browser must shut nobody out; ours are protected, and what is not is passed over.
        foreach (var (name, values) in http.Request.Headers)
        {
            if (!name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase) && values.Any(value => !Characters.AreFit(value)))
                yield return name;
        }
    }
}

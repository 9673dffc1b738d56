using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Pimms.Kernel;

/// <summary>
/// Looks through forms and JSON for what no text may hold, once it is known who sends them. A program is refused; a page's form goes on without it
/// and is shown again by <see cref="ShowUnfitForm"/>, so that nothing that was typed is lost.
/// </summary>
internal sealed class BodyGate(RequestDelegate next)
{
    /// <summary>The longest body that is no upload, in bytes; a convention that names every commune of France is a tenth of it.</summary>
    private const int MostBytes = 4_000_000;

    public async Task Invoke(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || UnfitText.In(http) is not null || !(request.HasFormContentType || request.HasJsonContentType()))
        {
            await next(http);
            return;
        }
        if (!IsUtf8(request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        if (!request.HasFormContentType)
        {
            var fields = JsonTexts.Unfit((await Read(http)).Span);
            await (fields.Count == 0 ? next(http) : UnfitText.Refuse(http, fields));
            return;
        }
        var (clean, unfit) = MediaTypeHeaderValue.Parse(request.ContentType).MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? Clean(Encoding.UTF8.GetString((await Read(http)).Span))
            : Clean(await request.ReadFormAsync(http.RequestAborted));
        if (unfit.Count > 0 && request.IsApi())
        {
            await UnfitText.Refuse(http, unfit);
            return;
        }
        if (unfit.Count > 0)
        {
            UnfitText.Note(http, unfit);
            request.Form = clean;
        }
        await next(http);
    }

    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue || type.Encoding?.CodePage is 65001 or 20127;

    /// <summary>Kept in memory for whoever reads it next: what people write is not for a temporary file.</summary>
    private static async Task<ReadOnlyMemory<byte>> Read(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        var body = new MemoryStream();
        http.Response.RegisterForDispose(body);
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        body.Position = 0;
        http.Request.Body = body;
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static (FormCollection Clean, IReadOnlyList<string> Unfit) Clean(string encoded)
    {
        var pairs = EncodedText.Pairs(encoded).ToList();
        return (Form(pairs), [.. pairs.Where(pair => !pair.IsFit).Select(pair => pair.Name)]);
    }

    /// <summary>What comes in parts is decoded by the framework, which writes U+FFFD where there was no UTF-8: nobody can tell it from one that was typed.</summary>
    private static (FormCollection Clean, IReadOnlyList<string> Unfit) Clean(IFormCollection form)
    {
        static (string Text, bool IsFit) Look(string? text) =>
            (Characters.WithoutUnfit(text ?? "").Replace("\uFFFD", "", StringComparison.Ordinal), Characters.AreFit(text) && text?.Contains('\uFFFD', StringComparison.Ordinal) != true);

        var pairs = new List<EncodedPair>();
        foreach (var (name, values) in form)
        {
            var (text, isFit) = Look(name);
            pairs.AddRange(values.Select(Look).Select(value => new EncodedPair(text, value.Text, isFit && value.IsFit)));
        }
        var files = form.Files.Where(file => !Look(file.Name).IsFit || !Look(file.FileName).IsFit).Select(file => Look(file.Name).Text);
        return (Form(pairs), [.. pairs.Where(pair => !pair.IsFit).Select(pair => pair.Name), .. files]);
    }

    /// <summary>Without its one-time key: the form that is sent again is another one.</summary>
    private static FormCollection Form(IEnumerable<EncodedPair> pairs) => new(pairs.Where(pair => pair.Name != IdempotencyMiddleware.FormField)
        .GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(field => field.Key, field => new StringValues([.. field.Select(pair => pair.Value)]), StringComparer.OrdinalIgnoreCase));
}

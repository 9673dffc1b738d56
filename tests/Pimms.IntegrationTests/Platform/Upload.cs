using Microsoft.AspNetCore.Http;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>Files as they arrive.</summary>
internal static class Upload
{
    /// <summary>A clean PDF under a name, or what is given.</summary>
    public static IFormFile Of(string name, byte[]? content = null)
    {
        var bytes = content ?? PdfWriter.OfPage();
        return new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", name);
    }

    /// <summary>The same as a program sends it, in parts.</summary>
    public static MultipartFormDataContent Parts(string name, byte[]? content = null, string? visibility = null, string field = "file")
    {
        var parts = new MultipartFormDataContent();
        var file = new ByteArrayContent(content ?? PdfWriter.OfPage());
        // By hand: the framework's own writer minds names that this one must be able to send.
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        parts.Add(file);
        if (visibility is not null)
            parts.Add(new StringContent(visibility), "visibility");
        return parts;
    }
}

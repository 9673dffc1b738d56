using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Conventions;

/// <summary>The files of a convention on the API.</summary>
internal static class ConventionFilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/conventions/{id:guid}/documents", async (HttpContext http, Guid id) =>
            await http.CreatedThen(await Sent(http, id), _ => new ConventionDocument(id),
                (view, made) => view.Files.Find(file => file.Id == made, FileResource.For), made => $"/api/v1/conventions/{id}/files/{made}"))
            .Accepts<FileBody>("multipart/form-data")
            .Needs(ConventionsPermissions.Manage);

        api.MapGet("/conventions/{id:guid}/files/{fileId:guid}", (HttpContext http, Guid id, Guid fileId) => http.Download(new DownloadFile(id, fileId))).WithFile()
            .Needs(ConventionsPermissions.Read);
    }

    /// <summary>Read by hand: a form that is none, or lacks the file, is refused as any other, and only to who may see the convention.</summary>
    private static async Task<AddDocument> Sent(HttpContext http, Guid id)
    {
        if (!http.Request.HasFormContentType)
            return new() { Id = id };
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var said = form["kind"].ToString();
        return new() { Id = id, File = form.Files.GetFile("file"), Kind = said.Length == 0 ? FileKind.SignedConvention : Enum.TryParse<FileKind>(said, out var kind) && !int.TryParse(said, out _) ? kind : (FileKind)(-1) };
    }
}

/// <summary>What is sent, part by part.</summary>
internal sealed record FileBody(IFormFile File, FileKind? Kind);

/// <summary>A file of a convention.</summary>
internal sealed record FileResource(Guid Id, FileKind Kind, string FileName, long Size, DocumentState State, DateTimeOffset AddedAt, string AddedBy)
{
    public static FileResource For(FileLine file) => new(file.Id, file.Kind, file.FileName, file.Size, file.State, file.AddedAt, file.AddedByName);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>The files of a case on the API: the mediator's side only.</summary>
internal static class CaseFilesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{id:guid}/files", (HttpContext http, Guid id) =>
            http.Answer(new ReadCase(id), view => new ResourcePage<CaseFileResource>([.. view.Files.Select(CaseFileResource.For)], null)))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapPost("/cases/{id:guid}/files", async (HttpContext http, Guid id) =>
            await http.CreatedThen(new AttachCaseFile(id, await Sent(http)), _ => new ReadCase(id),
                (view, made) => view.Files.Find(kept => kept.Id == made, CaseFileResource.For), made => $"/api/v1/cases/{id}/files/{made}"))
            .Accepts<CaseFileBody>("multipart/form-data")
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapGet("/cases/{id:guid}/files/{caseFileId:guid}", (HttpContext http, Guid id, Guid caseFileId) => http.Download(new DownloadCaseFile(id, caseFileId))).WithFile()
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapDelete("/cases/{id:guid}/files/{caseFileId:guid}", (HttpContext http, Guid id, Guid caseFileId) => http.Done(new RemoveCaseFile(id, caseFileId)))
            .Needs(ReferralsPermissions.WorkOnCases);
    }

    private static async Task<IFormFile?> Sent(HttpContext http) =>
        http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted)).Files.GetFile("file") : null;
}

/// <summary>What is sent, part by part.</summary>
internal sealed record CaseFileBody(IFormFile File);

internal sealed record CaseFileResource(Guid Id, string FileName, string ContentType, long Size, string Sha256, DocumentState State, DateTimeOffset At, string Author)
{
    public static CaseFileResource For(CaseFile kept) => new(kept.Id, kept.File.FileName, kept.File.ContentType, kept.File.Size, kept.File.Sha256, kept.File.State, kept.At, kept.Who);
}

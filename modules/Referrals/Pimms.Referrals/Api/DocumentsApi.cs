using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>The files of a referral on the API.</summary>
internal static class DocumentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/referrals/{id:guid}/documents", (HttpContext http, Guid id) =>
            http.Answer(new ReadReferral(id), view => new ResourcePage<DocumentResource>([.. view.Documents.Select(DocumentResource.For)], null)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapPost("/referrals/{id:guid}/documents", async (HttpContext http, Guid id) =>
            await http.CreatedThen(await Sent(http, id), _ => new ReadReferral(id),
                (view, made) => view.Documents.Find(document => document.Id == made, DocumentResource.For), made => $"/api/v1/referrals/{id}/documents/{made}"))
            .Accepts<DocumentBody>("multipart/form-data")
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapGet("/referrals/{id:guid}/documents/{documentId:guid}", (HttpContext http, Guid id, Guid documentId) => http.Download(new DownloadDocument(id, documentId))).WithFile()
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapDelete("/referrals/{id:guid}/documents/{documentId:guid}", (HttpContext http, Guid id, Guid documentId) => http.Done(new RemoveDocument(id, documentId)))
            .Needs(ReferralsPermissions.WorkOnCases);
    }

    /// <summary>Read by hand: a form that is none, or lacks the file, is refused as any other, and only to who may see the referral.</summary>
    private static async Task<AttachDocument> Sent(HttpContext http, Guid id)
    {
        if (!http.Request.HasFormContentType)
            return new(id, null, Visibility.Shared);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var said = form["visibility"].ToString();
        var visibility = said.Length == 0 ? Visibility.Shared : Enum.TryParse<Visibility>(said, out var one) && !int.TryParse(said, out _) ? one : (Visibility)(-1);
        return new(id, form.Files.GetFile("file"), visibility, form["requirement"], Named("itemId"), Named("caseFileId"));

        // A name that is none is refused as an unknown one.
        Guid? Named(string part) => form[part].ToString() is not { Length: > 0 } named ? null : Guid.TryParse(named, out var known) ? known : Guid.Empty;
    }
}

/// <summary>What is sent, part by part.</summary>
/// <param name="File">The file, unless one of the case is named.</param>
/// <param name="Visibility">For both sides unless said.</param>
/// <param name="Requirement">Which of the procedure's required documents it is.</param>
/// <param name="ItemId">Which of the <c>informationItems</c> it answers, while these are asked for; it is for both sides then.</param>
/// <param name="CaseFileId">A file of the case, to be copied instead.</param>
internal sealed record DocumentBody(IFormFile? File, Visibility? Visibility, string? Requirement, Guid? ItemId, Guid? CaseFileId);

internal sealed record DocumentResource(Guid Id, string FileName, string ContentType, long Size, string Sha256, DocumentState State, Visibility Visibility, string? Requirement, Guid? ItemId, DateTimeOffset At, string Author, Side Side)
{
    public static DocumentResource For(ReferralDocument document) => new(
        document.Id, document.File.FileName, document.File.ContentType, document.File.Size, document.File.Sha256, document.File.State, document.Visibility, document.Requirement, document.InformationItemId, document.At, document.Who, document.Side);
}

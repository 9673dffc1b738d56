using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>Cases on the API: the mediator's side only.</summary>
internal static class CasesApi
{
    private static readonly BeneficiaryInput Nobody = new(null, null, null, null, null, null, null, null, ContactRestriction.None);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases", (HttpContext http, CaseBody body) =>
            http.CreatedThen(new OpenCase(body.SiteId ?? Guid.Empty, body.Beneficiary ?? Nobody, body.Situation, body.HarmDate, body.PostId, body.HarmDateConfirmed ?? false), id => new ReadCase(id), (view, _) => CaseResource.For(view), id => $"/api/v1/cases/{id}"))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapGet("/cases", (HttpContext http, [MaxLength(200)] string? q, bool? mine, [Range(1, 100)] int? limit, string? cursor) =>
            http.Answer(new Cases { Q = q, Mine = mine ?? false, Limit = limit ?? 25, After = cursor }, page => new ResourcePage<CaseRow>(page.Rows, page.Next)))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapGet("/cases/{id:guid}", (HttpContext http, Guid id) => http.Answer(new ReadCase(id), CaseResource.For))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapPost("/cases/{id:guid}/consents", (HttpContext http, Guid id, ConsentBody body) =>
            http.CreatedThen(body.ToRecord(id), _ => new ReadCase(id),
                (view, consent) => view.Case.Consents.Find(given => given.Id == consent, ConsentResource.For), consent => $"/api/v1/cases/{id}/consents/{consent}"))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapPost("/cases/{id:guid}/consents/{consentId:guid}/withdrawal", (HttpContext http, Guid id, Guid consentId, WithdrawalBody? body) =>
            http.AnswerThen(new WithdrawConsent(id, consentId, body?.PartnerIds), new ReadCase(id), view => view.Case.Consents.Find(given => given.Id == consentId, ConsentResource.For)))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapPost("/cases/{id:guid}/referrals", (HttpContext http, CurrentUser user, Guid id, DraftBody body) =>
            http.CreatedThen(body.ToStart(id), referral => new ReadReferral(referral), (view, _) => ReferralResource.For(view, user), referral => $"/api/v1/referrals/{referral}"))
            .Needs(ReferralsPermissions.WorkOnCases);
    }
}

/// <summary>A case on the API.</summary>
internal sealed record CaseResource(
    Guid Id, string Number, string Version, SiteName Site, Guid MediatorId, Beneficiary Beneficiary, string Situation, DateOnly? HarmDate, DateTimeOffset OpenedAt, Guid? PostId,
    IReadOnlyList<ConsentResource> Consents, IReadOnlyList<CaseReferral> Referrals) : IVersioned
{
    public static CaseResource For(CaseView view) => new(
        view.Case.Id, view.Case.Number, view.Case.Version.ToString(CultureInfo.InvariantCulture), new(view.Case.SiteId, view.SiteName), view.Case.MediatorId, view.Case.Beneficiary, view.Case.Situation, view.Case.HarmDate, view.Case.OpenedAt, view.Case.PostId,
        [.. view.Case.Consents.Select(ConsentResource.For)], view.Referrals);
}

internal sealed record ConsentResource(
    Guid Id, ConsentKind Kind, IReadOnlyList<Guid> PartnerIds, IReadOnlyList<ConsentCategory> Categories, DateOnly GivenOn, DateOnly ValidUntil, string? RepresentativeName, string? RepresentativeQuality,
    string? Evidence, Guid? Renews, int? TemplateVersion, string? TemplateHash, IReadOnlyList<ConsentWithdrawal> Withdrawals, DateTimeOffset? WithdrawnAt)
{
    public static ConsentResource For(Consent consent) => new(
        consent.Id, consent.Kind, consent.PartnerIds, consent.Categories, consent.GivenOn, consent.ValidUntil, consent.RepresentativeName, consent.RepresentativeQuality,
        consent.Evidence, consent.Renews, consent.TemplateVersion, consent.TemplateHash, consent.Withdrawals, consent.WithdrawnAt);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>Referrals on the API: the same commands and refusals as the pages.</summary>
internal static class ReferralsApi
{
    private const string Person = "^(me|nobody|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").AddEndpointFilter<RouteGroupBuilder, TellOfWithdrawal>();
        CasesApi.Map(api);
        CaseFilesApi.Map(api);
        MovesApi.Map(api);
        DocumentsApi.Map(api);

        api.MapGet("/referrals", (
            HttpContext http, ReferralState[] state, Guid[] unitId, Guid[] partnerId, Guid[] procedureId, [RegularExpression(Person)] string? assignee, DateOnly? due, [MaxLength(200)] string? q,
            [AllowedValues("due", "-due", "updated", "-updated")] string? sort, [Range(1, 100)] int? limit, string? cursor) =>
            http.Answer(
                new Inbox
                {
                    View = InboxView.All, States = state, UnitIds = unitId, PartnerIds = partnerId, ProcedureIds = procedureId,
                    Assignee = assignee, Due = due, Q = q, Sort = InboxOrder.Named(sort), Limit = limit ?? 25, After = cursor,
                },
                page => new ResourcePage<ReferralListItem>([.. page.Rows.Select(ReferralListItem.For)], page.Next)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapGet("/referrals/{id:guid}", (HttpContext http, CurrentUser user, Guid id) => http.Answer(new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapPut("/referrals/{id:guid}", (HttpContext http, CurrentUser user, Guid id, DraftBody body) =>
            http.AnswerThen(body.ToWrite(id, http.IfMatch()), new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(ReferralsPermissions.WorkOnCases);

        api.MapPost("/referrals/{id:guid}/read", (HttpContext http, CurrentUser user, Guid id) =>
            http.AnswerThen(new MarkAsRead(id), new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapGet("/referrals/{id:guid}/messages", (HttpContext http, Guid id) =>
            http.Answer(new ReadReferral(id), view => new ResourcePage<MessageResource>([.. view.Messages.Select(MessageResource.For)], null)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapPost("/referrals/{id:guid}/messages", (HttpContext http, Guid id, MessageBody body) =>
            http.CreatedThen(new PostMessage(id, body.Text, body.Visibility ?? Visibility.Shared), _ => new ReadReferral(id),
                (view, message) => view.Messages.Find(said => said.Id == message, MessageResource.For), _ => $"/api/v1/referrals/{id}/messages"))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapGet("/referrals/{id:guid}/timeline", (HttpContext http, Guid id) =>
            http.Answer(new ReadReferral(id), view => new ResourcePage<EventResource>([.. view.Timeline.Select(EventResource.For)], null)))
            .Needs(ReferralsPermissions.ReadReferrals);
    }
}

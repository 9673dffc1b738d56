using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>Referrals on the API: the same commands and refusals as the pages.</summary>
internal static class ReferralsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").AddEndpointFilter<RouteGroupBuilder, TellOfWithdrawal>();
        CasesApi.Map(api);
        CaseFilesApi.Map(api);
        MovesApi.Map(api);
        DocumentsApi.Map(api);

        api.MapGet("/referrals", (HttpContext http, ReferralState? state, Guid? unitId, Guid? partnerId, Guid? procedureId, string? assignee, DateOnly? due, string? q, string? sort, int? limit, string? cursor) =>
            http.Answer(new Inbox { View = sort == "due" ? InboxView.Open : InboxView.All, State = state, UnitId = unitId, PartnerId = partnerId, ProcedureId = procedureId, Assignee = assignee, Due = due, Q = q, Limit = limit ?? 25, After = cursor },
                page => new ResourcePage<ReferralListItem>([.. page.Rows.Select(ReferralListItem.For)], page.Next)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapGet("/referrals/{id:guid}", (HttpContext http, CurrentUser user, Guid id) => http.Answer(new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(ReferralsPermissions.ReadReferrals);

        api.MapPut("/referrals/{id:guid}", (HttpContext http, CurrentUser user, Guid id, DraftBody body) =>
            http.AnswerThen(body.ToWrite(id, http.IfMatch()), new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(ReferralsPermissions.WorkOnCases);

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

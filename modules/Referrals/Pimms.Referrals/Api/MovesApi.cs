using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>The moves and acts on the API: each answers with the referral as it is then.</summary>
internal static class MovesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Move(api, "send", ReferralsPermissions.WorkOnCases, (Guid id, uint version, SendBody body) => new SendReferral(id, version, body.DuplicateReason, body.ConventionVersion));
        Move(api, "accept", ReferralsPermissions.Answer, (Guid id, uint version, AcceptBody body) => new AcceptReferral(id, version, body.AssigneeId));
        Move(api, "request-information", ReferralsPermissions.Answer, (Guid id, uint version, RequestInformationBody body) => new RequestInformation(id, version, body.Items, body.Text));
        Move(api, "provide-information", ReferralsPermissions.WorkOnCases, (Guid id, uint version, ProvideInformationBody body) => new ProvideInformation(id, version, body.Items, body.Text));
        Move(api, "hold", ReferralsPermissions.Answer, (Guid id, uint version, HoldBody body) => new HoldReferral(id, version, body.Reason, body.Text, body.ResumeOn));
        Move(api, "resume", ReferralsPermissions.Answer, (Guid id, uint version, Nothing _) => new ResumeReferral(id, version));
        Move(api, "answer", ReferralsPermissions.Answer, (Guid id, uint version, AnswerBody body) => new AnswerReferral(id, version, body.Outcome, body.Text, body.Amount, body.NextSteps));
        Move(api, "decline", ReferralsPermissions.Answer, (Guid id, uint version, DeclineBody body) => new DeclineReferral(id, version, body.Reason, body.Text, body.SuggestedPartnerId));
        Move(api, "withdraw", ReferralsPermissions.WorkOnCases, (Guid id, uint version, WithdrawBody body) => new WithdrawReferral(id, version, body.Reason, body.Text));
        Move(api, "close", ReferralsPermissions.WorkOnCases, (Guid id, uint version, CloseBody body) => new CloseReferral(id, version, body.VerifiedResult, body.Text, body.Autonomy));
        Move(api, "reopen", ReferralsPermissions.WorkOnCases, (Guid id, uint version, ReopenBody body) => new ReopenReferral(id, version, body.Reason));
        Move(api, "assign", ReferralsPermissions.Answer, (Guid id, uint version, AssignBody body) => new AssignReferral(id, version, body.Chosen));

        // The caller may not see it any more: nothing to answer with.
        api.MapPost("/referrals/{id:guid}/transfer", (HttpContext http, Guid id, TransferBody body) => http.Done(new TransferReferral(id, http.IfMatch(), body.UnitId, body.Text)))
            .Needs(ReferralsPermissions.Answer);
    }

    private static void Move<TBody>(IEndpointRouteBuilder api, string name, string permission, Func<Guid, uint, TBody, IRequest<Result>> command) where TBody : class, IBody<TBody> =>
        api.MapPost($"/referrals/{{id:guid}}/{name}", (HttpContext http, CurrentUser user, Guid id, TBody? body) =>
            http.AnswerThen(command(id, http.IfMatch(), body ?? TBody.Empty), new ReadReferral(id), view => ReferralResource.For(view, user)))
            .Needs(permission);

    /// <summary>A move that needs no words.</summary>
    private sealed record Nothing : IBody<Nothing>
    {
        public static Nothing Empty { get; } = new();
    }
}

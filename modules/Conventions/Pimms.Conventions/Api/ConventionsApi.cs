using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Conventions;

/// <summary>Conventions and the channel on the API.</summary>
internal static class ConventionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/channels", (HttpContext http, Guid? partnerId, Guid? procedureId, string? commune) => http.Answer(new AskChannel(partnerId, procedureId, commune)))
            .Needs(ConventionsPermissions.AskChannel);

        api.MapGet("/conventions", (HttpContext http, ConventionState[] state, Guid[] partnerId, [MaxLength(200)] string? q, [Range(1, 100)] int? limit, string? cursor) =>
            http.Answer(new ConventionList { States = state, PartnerIds = partnerId, Q = q, Limit = limit ?? 25, After = cursor },
                page => new ConventionItems([.. page.Rows.Select(ConventionListItem.For)], page.Next)))
            .Needs(ConventionsPermissions.Read);

        api.MapGet("/conventions/{id:guid}", (HttpContext http, Guid id) => http.Answer(new ConventionDocument(id), ConventionResource.For))
            .Needs(ConventionsPermissions.Read);

        api.MapPost("/conventions", (HttpContext http, DraftConvention body) =>
            http.CreatedThen(body, id => new ConventionDocument(id), (view, _) => ConventionResource.For(view), id => $"/api/v1/conventions/{id}"))
            .Needs(ConventionsPermissions.Manage);

        api.MapPut("/conventions/{id:guid}", (HttpContext http, Guid id, EditConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/activate", (HttpContext http, Guid id, ActivateConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/suspend", (HttpContext http, Guid id, SuspendConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/resume", (HttpContext http, Guid id) => Change(http, id, new ResumeConvention { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/prolong", (HttpContext http, Guid id, ProlongConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/amendments", (HttpContext http, Guid id, AmendConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/approval", (HttpContext http, Guid id, DecideProposal body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPut("/conventions/{id:guid}/referents", (HttpContext http, Guid id, ReferentsContent body) => Change(http, id, new NameReferents { Id = id, Version = http.IfMatch(), Referents = body }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/contributions", (HttpContext http, Guid id, ReceiveContribution body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);

        api.MapPost("/conventions/{id:guid}/terminate", (HttpContext http, Guid id, TerminateConvention body) => Change(http, id, body with { Id = id, Version = http.IfMatch() }))
            .Needs(ConventionsPermissions.Manage);
    }

    private static Task<IResult> Change(HttpContext http, Guid id, IRequest<Result> command) => http.AnswerThen(command, new ConventionDocument(id), ConventionResource.For);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Referrals;

/// <summary>What a program of the partner's had seen, and the beneficiary withdrew, is gone rather than unknown: it is told so, as people are, to delete its copies.</summary>
internal sealed class TellOfWithdrawal(IMediator mediator, CurrentUser user, Texts texts) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (user.Side != Side.Partner || answer is not ProblemHttpResult { StatusCode: StatusCodes.Status404NotFound } || !Guid.TryParse(context.HttpContext.GetRouteValue("id")?.ToString(), out var id))
            return answer;
        var tombstone = await mediator.Send(new ReadTombstone(id), context.HttpContext.RequestAborted);
        return tombstone.Refusal is null ? Problems.Of(Refusal.As(RefusalTypes.Gone, "", "Tombstone.Gone", tombstone.Value.Number).With("number", tombstone.Value.Number).With("withdrawnAt", tombstone.Value.At), texts) : answer;
    }
}

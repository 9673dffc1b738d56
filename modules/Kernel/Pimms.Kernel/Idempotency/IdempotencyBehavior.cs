using MediatR;

namespace Pimms.Kernel;

/// <summary>What was done under the request's idempotency key is not done again, nor judged again: a repeat tomorrow may not fail for a date that was still to come today.</summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(IdempotencyKey key) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse> where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var earlier = key.Enter(typeof(TRequest).FullName!);
        try
        {
            return earlier is not null && TResponse.CanBeKept ? TResponse.FromJson(earlier) : await next();
        }
        finally
        {
            key.Leave();
        }
    }
}

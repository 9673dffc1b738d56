using MediatR;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>Says in the log what was asked, what became of it, and how long it took. No content: names and refusal types only.</summary>
internal sealed class LoggingBehavior<TRequest, TResponse>(ILogger<TRequest> logger, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse> where TResponse : IOutcome
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = clock.GetTimestamp();
        var answer = await next();
        if (logger.IsEnabled(LogLevel.Debug) || answer.Refusal is not null)
            logger.Log(answer.Refusal is null ? LogLevel.Debug : LogLevel.Information, "{Request}: {Answer} in {Elapsed} ms",
                typeof(TRequest).Name, answer.Refusal?.Type ?? "done", (long)clock.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }
}

/// <summary>Refuses a request of the wrong shape before anything is read.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(RuleBook rules) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse> where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        (await rules.OfShape(request, cancellationToken)).Count == 0
            ? await next()
            : TResponse.Refuse(new Refusal(RefusalTypes.Validation, [.. await rules.Broken(request, cancellationToken)]));
}

/// <summary>One transaction per request, told who asks. What is refused changes nothing; what is done is committed before the answer is given.</summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(DatabaseSession session, Caller caller, Journal journal, IdempotencyKey key) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse> where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var outerAct = journal.Act;
        journal.Act = typeof(TRequest).Name;
        try
        {
            await using var work = await session.Begin(caller.User, cancellationToken);
            var answer = await next();
            if (answer.Refusal is null)
            {
                key.Came(TResponse.CanBeKept ? answer.ToJson : null);
                await work.Commit(cancellationToken);
            }
            return answer;
        }
        catch (RefusedException refused)
        {
            return TResponse.Refuse(refused.Refusal);
        }
        finally
        {
            journal.Act = outerAct;
        }
    }
}

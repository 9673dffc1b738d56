using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>A resource whose version is also its <c>ETag</c>.</summary>
public interface IVersioned
{
    /// <summary>What the caller gives back in <c>If-Match</c> to change it.</summary>
    string Version { get; }
}

/// <summary>Lets an endpoint be three lines: take, send, answer.</summary>
public static class ApiAnswers
{
    /// <summary>Sends a request and answers 200 with its value, or the refusal as a problem.</summary>
    public static Task<IResult> Answer<T>(this HttpContext http, IRequest<Result<T>> request) => http.Answer(request, value => value);

    /// <summary>The same, with the value in the shape that the API promises.</summary>
    public static async Task<IResult> Answer<T, TShape>(this HttpContext http, IRequest<Result<T>> request, Func<T, TShape?> shape) =>
        Shown(http, await http.Sender().Send(request, http.RequestAborted), shape, TypedResults.Ok);

    /// <summary>Sends a command, then answers 200 with what a query then says, or the refusal as a problem.</summary>
    public static async Task<IResult> AnswerThen<T, TShape>(this HttpContext http, IRequest<Result> command, IRequest<Result<T>> query, Func<T, TShape?> shape) =>
        (await http.Sender().Send(command, http.RequestAborted)).Refusal is { } refusal ? http.Refused(refusal) : await http.Answer(query, shape);

    /// <summary>The same for a command whose own answer is of no use to programs.</summary>
    public static async Task<IResult> AnswerThen<TDone, T, TShape>(this HttpContext http, IRequest<Result<TDone>> command, IRequest<Result<T>> query, Func<T, TShape?> shape) =>
        (await http.Sender().Send(command, http.RequestAborted)).Refusal is { } refusal ? http.Refused(refusal) : await http.Answer(query, shape);

    /// <summary>Sends a command and answers 204, or the refusal as a problem: for what the caller may not see any more.</summary>
    public static async Task<IResult> Done(this HttpContext http, IRequest<Result> command) =>
        (await http.Sender().Send(command, http.RequestAborted)).Refusal is { } refusal ? http.Refused(refusal) : TypedResults.NoContent();

    /// <summary>Sends a command that makes something, then answers 201 with what a query then says of it, and its address.</summary>
    public static async Task<IResult> CreatedThen<T, TShape>(this HttpContext http, IRequest<Result<Guid>> command, Func<Guid, IRequest<Result<T>>> query, Func<T, Guid, TShape?> shape, Func<Guid, string> address)
    {
        var made = await http.Sender().Send(command, http.RequestAborted);
        return made.Refusal is { } refusal
            ? http.Refused(refusal)
            : Shown(http, await http.Sender().Send(query(made.Value), http.RequestAborted), value => shape(value, made.Value), value => TypedResults.Created(address(made.Value), value));
    }

    /// <summary>Sends a query and answers with the file it finds, or the refusal as a problem.</summary>
    public static async Task<IResult> Download(this HttpContext http, IRequest<Result<DocumentDownload>> query)
    {
        var found = await http.Sender().Send(query, http.RequestAborted);
        return found.Refusal is { } refusal ? http.Refused(refusal) : found.Value;
    }

    /// <summary>The one part that is meant, in its shape; null, which is answered as not found, when it is not there to be seen (any more).</summary>
    public static TShape? Find<T, TShape>(this IEnumerable<T> parts, Func<T, bool> isMeant, Func<T, TShape> shape) where TShape : class =>
        parts.Where(isMeant).Select(shape).SingleOrDefault();

    /// <summary>The version in <c>If-Match</c>.</summary>
    /// <exception cref="RefusedException">Missing (428) or not one of ours (412).</exception>
    public static uint IfMatch(this HttpContext http)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
            throw new RefusedException(new(RefusalTypes.PreconditionRequired, [new("", "Refusal.IfMatchMissing")]));
        return uint.TryParse(given.Trim('"'), out var version) ? version : throw new RefusedException(Refusal.Stale);
    }

    private static IResult Shown<T, TShape>(HttpContext http, Result<T> result, Func<T, TShape?> shape, Func<TShape, IResult> show)
    {
        if (result.Refusal is { } refusal)
            return http.Refused(refusal);
        if (shape(result.Value) is not { } value)
            return http.Refused(Refusal.NotFound);
        if (value is IVersioned versioned)
            http.Response.Headers.ETag = $"\"{versioned.Version}\"";
        return show(value);
    }

    private static ProblemHttpResult Refused(this HttpContext http, Refusal refusal) => Problems.Of(refusal, http.RequestServices.GetRequiredService<Texts>());

    private static IMediator Sender(this HttpContext http) => http.RequestServices.GetRequiredService<IMediator>();

    /// <summary>The group that all modules' endpoints stand in: refusals thrown on the way become problems.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (RefusedException refused)
            {
                return context.HttpContext.Refused(refused.Refusal);
            }
        });
        return api;
    }
}

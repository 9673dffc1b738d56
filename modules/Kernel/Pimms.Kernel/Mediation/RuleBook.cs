using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>More that can be wrong with what somebody wrote, besides its shape: it is said together with that, not after it.</summary>
public interface IFieldCheck<in TRequest>
{
    /// <summary>What is wrong, each at its field; empty when nothing is.</summary>
    ValueTask<IReadOnlyList<FieldError>> Check(TRequest request, CancellationToken ct);
}

/// <summary>All that is known to be wrong with a request before anything is done, at once.</summary>
internal sealed class RuleBook(IServiceProvider services)
{
    /// <summary>What breaks the rules of shape; when something does, what the further checks find too.</summary>
    public async Task<List<FieldError>> Broken<TRequest>(TRequest request, CancellationToken ct) where TRequest : notnull
    {
        // A page may know its command only as a request: the rules are those of what it is.
        if (request.GetType() != typeof(TRequest))
            return await (Task<List<FieldError>>)typeof(RuleBook).GetMethod(nameof(Broken))!.MakeGenericMethod(request.GetType()).Invoke(this, [request, ct])!;

        var errors = await OfShape(request, ct);
        foreach (var check in services.GetServices<IFieldCheck<TRequest>>())
            errors.AddRange(await check.Check(request, ct));
        return errors;
    }

    /// <summary>What cannot be read as a text, and what the validators say of the rest.</summary>
    public async Task<List<FieldError>> OfShape<TRequest>(TRequest request, CancellationToken ct) where TRequest : notnull
    {
        var errors = RequestTexts.Read(request);
        var unread = errors.Select(error => error.Field).ToHashSet();
        foreach (var validator in services.GetServices<IValidator<TRequest>>())
        {
            errors.AddRange((await validator.ValidateAsync(request, ct)).Errors.Where(error => !unread.Contains(error.PropertyName)).Select(error =>
                new FieldError(error.PropertyName, error.ErrorMessage, error.CustomState as object?[] is { } args ? [.. args] : default)));
        }
        return errors;
    }
}

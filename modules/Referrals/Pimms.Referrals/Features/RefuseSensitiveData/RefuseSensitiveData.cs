using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Referrals;

/// <summary>
/// Looks through everything that a request of this module holds in writing before it is handled, whoever wrote it and whoever will read it:
/// what no convention lets travel is refused at its field. A new command is searched without doing anything for it.
/// </summary>
internal sealed class RefuseSensitiveData<TRequest, TResponse>(NirTerms nirs) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse> where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var found = SensitiveText.In(WrittenTexts.In(request), WrittenTexts.ReferralOf(request) is not null);
        // Hardly ever: only then is anything asked of the database.
        if (found.Any(one => one.Kind == SensitiveKind.Nir) && await nirs.AllowedBy(WrittenTexts.ReferralOf(request), cancellationToken))
            found = [.. found.Where(one => one.Kind != SensitiveKind.Nir)];
        return found.Count == 0 ? await next() : TResponse.Refuse(SensitiveText.Refuse(found));
    }
}

/// <summary>The same search beside the rules of shape: what is missing and what may not travel are said at once.</summary>
internal sealed class SensitiveFields<TRequest>(NirTerms nirs, DatabaseSession session, CurrentUser user) : IFieldCheck<TRequest> where TRequest : notnull
{
    public async ValueTask<IReadOnlyList<FieldError>> Check(TRequest request, CancellationToken ct)
    {
        var found = SensitiveText.In(WrittenTexts.In(request), WrittenTexts.ReferralOf(request) is not null);
        if (found.Any(one => one.Kind == SensitiveKind.Nir))
        {
            await using var work = await session.Begin(user, ct);
            if (await nirs.AllowedBy(WrittenTexts.ReferralOf(request), ct))
                found = [.. found.Where(one => one.Kind != SensitiveKind.Nir)];
        }
        return [.. found.Select(one => one.Say())];
    }
}

/// <summary>Says of a request why what it holds in writing is not searched.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UnsearchedAttribute(string why) : Attribute
{
    public string Why => why;
}

internal static class SearchedRequests
{
    /// <summary>Every request of the module that can hold text, with what it answers.</summary>
    public static IEnumerable<(Type Request, Type Answer)> All { get; } =
    [
        .. from type in typeof(SearchedRequests).Assembly.GetTypes()
           where !type.IsAbstract && !type.IsDefined(typeof(UnsearchedAttribute), inherit: false) && WrittenTexts.MayStandIn(type)
           from contract in type.GetInterfaces()
           where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>)
           select (type, contract.GetGenericArguments()[0]),
    ];

    /// <summary>Within the transaction, before the handler.</summary>
    public static void AddSensitiveDataSearch(this IServiceCollection services)
    {
        services.AddScoped<NirTerms>();
        foreach (var (request, answer) in All)
            services.AddTransient(typeof(IPipelineBehavior<,>).MakeGenericType(request, answer), typeof(RefuseSensitiveData<,>).MakeGenericType(request, answer));
        foreach (var request in All.Select(searched => searched.Request).Distinct())
            services.AddTransient(typeof(IFieldCheck<>).MakeGenericType(request), typeof(SensitiveFields<>).MakeGenericType(request));
    }
}

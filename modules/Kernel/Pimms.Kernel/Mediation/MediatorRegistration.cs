using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

internal static class MediatorRegistration
{
    /// <summary>MediatR and its behaviours, outermost first.</summary>
    public static void AddMediation(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(scope => scope.GetService!);
        services.AddTransient<IMediator, Mediator>();
        services.AddTransient<RuleBook>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
    }

    /// <summary>Finds a module's handlers and validators, internal ones included.</summary>
    public static void AddHandlers(this IServiceCollection services, Assembly assembly)
    {
        var found = from type in assembly.GetTypes()
                    where type is { IsAbstract: false, IsGenericTypeDefinition: false }
                    from contract in type.GetInterfaces()
                    where contract.IsGenericType
                        && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || contract.GetGenericTypeDefinition() == typeof(IValidator<>))
                    select (contract, type);
        // A validator is rules and nothing else: made once, since putting them together costs more than asking them.
        foreach (var (contract, type) in found)
            services.Add(new ServiceDescriptor(contract, type, type.IsAssignableTo(typeof(IValidator)) ? ServiceLifetime.Singleton : ServiceLifetime.Transient));
    }
}

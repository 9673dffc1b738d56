using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

/// <summary>What every validator of the modules may say.</summary>
internal static class ValidatorMessages
{
    public static IEnumerable<(string Validator, string Text)> All()
    {
        using var scope = House.Services.CreateScope();
        return
        [
            .. from module in House.Modules
               from type in module.OwnTypes()
               where type is { IsAbstract: false } && typeof(IValidator).IsAssignableFrom(type)
               from message in Messages((IValidator)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type))
               select (type.Name, message),
        ];
    }

    private static IEnumerable<string> Messages(IValidator validator) =>
        from rule in validator.CreateDescriptor().Rules
        from component in rule.Components
        where component.Validator is not FluentValidation.Validators.IChildValidatorAdaptor
        select component.GetUnformattedErrorMessage();
}

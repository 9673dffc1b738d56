using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Pimms.Kernel;

/// <summary>The parameters that an endpoint reads from the address: none else is taken, and none in another way than the API writes it.</summary>
internal sealed class QueryCheck
{
    private readonly Dictionary<string, ParameterInfo> known;

    public QueryCheck(Endpoint endpoint)
    {
        var inPath = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet() ?? [];
        known = (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(parameter => WireTypes.IsSingle(SingleOf(parameter)) && !inPath.Contains(parameter.Name!)).ToDictionary(parameter => parameter.Name!, StringComparer.Ordinal);
    }

    public IEnumerable<FieldError> Wrong(IQueryCollection query) => query.SelectMany(given => Wrong(given.Key, given.Value));

    private IEnumerable<FieldError> Wrong(string name, StringValues values)
    {
        if (!known.TryGetValue(name, out var parameter))
            return [Refused(name, "Api.UnknownParameter")];
        if (values.Count > 1 && !parameter.ParameterType.IsArray)
            return [Refused(name, "Api.GivenTwice")];
        return values.Select(value => Wrong(name, parameter, value ?? "")).OfType<FieldError>().Take(1);
    }

    private static FieldError? Wrong(string name, ParameterInfo parameter, string value)
    {
        var type = SingleOf(parameter);
        if (!WireTypes.Fits(type, value))
            return type.IsEnum ? Refused(name, "Api.UnknownValue", string.Join(", ", Enum.GetNames(type))) : Refused(name, "Api.WrongType", WireTypes.NameOf(type));
        foreach (var bound in parameter.GetCustomAttributes<ValidationAttribute>())
        {
            switch (bound)
            {
                case RangeAttribute range when !range.IsValid(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)):
                    return Refused(name, "Api.OutOfRange", range.Minimum, range.Maximum);
                case MaxLengthAttribute most when value.Length > most.Length:
                    return Refused(name, "Api.TooLong", most.Length);
                case AllowedValuesAttribute allowed when !allowed.IsValid(value):
                    return Refused(name, "Api.UnknownValue", string.Join(", ", allowed.Values));
                case RegularExpressionAttribute pattern when value.Length > 0 && !pattern.IsValid(value):
                    return Refused(name, "Api.UnknownValue", pattern.Pattern.Trim('^', '$', '(', ')').Replace("|", ", ", StringComparison.Ordinal));
            }
        }
        return null;
    }

    private static Type SingleOf(ParameterInfo parameter)
    {
        var type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static FieldError Refused(string name, string message, params object?[] args) => new(name.Length <= 100 ? name : name[..100], message, [.. args]) { IsWritten = true };
}

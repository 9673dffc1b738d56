using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

/// <summary>The texts that a command holds, each with its path as errors name it: <c>Items[0].Answer</c>, <c>Answers.contractNumber</c>.</summary>
internal static class WrittenTexts
{
    private const string ReferralId = "ReferralId";
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static IEnumerable<(string Field, string Text)> In(object holder, string path = "") => holder switch
    {
        string text => [(path, text)],
        // Its name is written by somebody too.
        IFormFile file => [(path, file.FileName)],
        IEnumerable<KeyValuePair<string, string>> answers => answers.Where(answer => answer.Value is not null).Select(answer => ($"{path}.{answer.Key}", answer.Value)),
        IEnumerable many => Mentions(many.GetType()) ? many.Cast<object?>().SelectMany((one, at) => one is null ? [] : In(one, $"{path}[{at}]")) : [],
        _ when IsOurs(holder.GetType()) =>
            from property in PropertiesOf(holder.GetType())
            let value = property.GetValue(holder)
            where value is not null
            from written in In(value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")
            select written,
        _ => [],
    };

    /// <summary>The referral that a command is about; null when it is about none.</summary>
    public static Guid? ReferralOf(object command) => command.GetType().GetProperty(ReferralId)?.GetValue(command) as Guid?;

    /// <summary>Whether there is a text anywhere in what such a command holds.</summary>
    public static bool MayStandIn(Type type) =>
        type == typeof(string) || type == typeof(IFormFile)
        || ElementsOf(type).Any(MayStandIn)
        || (IsOurs(type) && PropertiesOf(type).Any(property => property.PropertyType != type && MayStandIn(property.PropertyType)));

    /// <summary>What a list, array or dictionary holds.</summary>
    public static IEnumerable<Type> ElementsOf(Type type) =>
        !type.IsAssignableTo(typeof(IEnumerable)) || type == typeof(string) ? [] : type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();

    public static bool IsOurs(Type type) => type is { IsClass: true, Namespace: { } space } && space.StartsWith("Pimms.", StringComparison.Ordinal) && !type.IsAssignableTo(typeof(IEnumerable));

    public static PropertyInfo[] PropertiesOf(Type type) => Known.GetOrAdd(type, ours =>
        [.. ours.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)]);

    // A list made by an expression has a type of the compiler's: its elements decide.
    private static bool Mentions(Type many) => ElementsOf(many) is var elements && (!elements.Any() || elements.Any(MayStandIn));
}

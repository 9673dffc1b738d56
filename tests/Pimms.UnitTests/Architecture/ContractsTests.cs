using System.Reflection;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

public sealed class ContractsTests
{
    private static readonly Type[] FitForEvents = [typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(int), typeof(bool), typeof(decimal)];

    [Fact]
    public void Contracts_need_nothing_but_the_framework() => Rule.Holds(
        from contracts in House.Contracts
        from name in contracts.GetReferencedAssemblies().Select(reference => reference.Name!)
        where !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard"
        select $"{contracts.GetName().Name} references {name}");

    [Fact]
    public void Contracts_hold_interfaces_records_and_enums_only() => Rule.Holds(
        from contracts in House.Contracts
        from type in contracts.OwnTypes()
        where !(type.IsInterface || type.IsEnum || (type is { IsClass: true, IsSealed: true } && type.GetMethod("<Clone>$") is not null) || IsConstants(type))
        select $"{type}");

    [Fact]
    public void Contracts_are_written_for_their_readers() => Rule.Holds(
        from contracts in House.Contracts
        let documentation = XDocument.Load(Path.ChangeExtension(contracts.Location, ".xml")).Descendants("member").Select(member => (string)member.Attribute("name")!).ToHashSet()
        from member in MembersToExplain(contracts)
        where !documentation.Contains(member)
        select $"{member} says nothing");

    [Fact]
    public void Events_carry_ids_dates_and_codes_and_nobodys_content() => Rule.Holds(
        from published in House.Services.GetServices<PublishedEvent>()
        from property in published.Type.GetProperties()
        let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where !(FitForEvents.Contains(type) || type.IsEnum || (type == typeof(string) && IsCode(property.Name)) || (type.IsGenericType && FitForEvents.Contains(type.GetGenericArguments()[0])))
        select $"{published.Type.Name}.{property.Name}");

    [Fact]
    public void Events_have_stable_names_that_begin_with_their_module() => Rule.Holds(
        from published in House.Services.GetServices<PublishedEvent>()
        let module = published.Type.Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant()
        where !published.Name.StartsWith($"{module}.", StringComparison.Ordinal)
        select published.Name);

    /// <summary>Strings that are codes by their names; a text, a name or an address of a person is none of them.</summary>
    private static bool IsCode(string property) => property is "Number" or "Move" or "From" or "To" or "BySide" or "State" or "Reason" or "Code" or "Reference" or "Kind";

    private static bool IsConstants(Type type) => type is { IsAbstract: true, IsSealed: true } && type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Static).All(member => member is FieldInfo { IsLiteral: true });

    private static IEnumerable<string> MembersToExplain(Assembly contracts) => contracts.GetExportedTypes().SelectMany(type =>
        type.IsInterface ? type.GetMethods().Select(method => $"M:{type.FullName}.{method.Name}{Parameters(method)}").Prepend($"T:{type.FullName}")
        : type.IsEnum ? Enum.GetNames(type).Select(value => $"F:{type.FullName}.{value}").Prepend($"T:{type.FullName}")
        : [$"T:{type.FullName}"]);

    private static string Parameters(MethodInfo method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(parameter => Documented(parameter.ParameterType)))})" : "";

    private static string Documented(Type type) => type.IsGenericType
        ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Documented))}}}"
        : type.FullName!;
}

using System.Xml.Linq;

namespace Pimms.UnitTests;

public sealed class ModuleTests
{
    [Fact]
    public void Every_module_on_the_disk_is_a_line_of_the_host_and_no_other_is() =>
        Assert.Equal(House.ModuleFolders.Select(name => $"Pimms.{name}"), House.Modules.Select(module => module.GetName().Name!).Order(StringComparer.Ordinal));

    [Fact]
    public void A_module_exports_one_type_besides_its_contracts() => Rule.Holds(
        from module in House.Modules
        from type in module.GetExportedTypes()
        where !type.IsSubclassOf(typeof(Module))
        select $"{type} is public");

    [Fact]
    public void A_module_is_named_as_its_folder_and_its_schema() => Rule.Holds(
        from module in Host.Modules.All
        let name = module.Assembly.GetName().Name!.Split('.')[1]
        where module.GetType().Name != $"{name}Module" || !module.Name.Equals(name.ToLowerInvariant(), StringComparison.Ordinal)
        select $"{module.GetType()} with schema {module.Name}");

    [Fact]
    public void Classes_of_modules_are_sealed() => Rule.Holds(
        from assembly in House.Modules.Append(House.Root)
        from type in assembly.OwnTypes()
        where type is { IsClass: true, IsAbstract: false, IsSealed: false } && !type.Name.EndsWith("ModelSnapshot", StringComparison.Ordinal)
        select $"{type} is not sealed");

    [Fact]
    public void A_module_knows_the_kernel_and_contracts_and_no_other_module() => Rule.Holds(
        from module in House.Modules
        from name in module.GetReferencedAssemblies().Select(reference => reference.Name!)
        where name.StartsWith("Pimms.", StringComparison.Ordinal) && name != "Pimms.Kernel" && !name.EndsWith(".Contracts", StringComparison.Ordinal)
        select $"{module.GetName().Name} references {name}");

    [Fact]
    public void The_kernel_knows_no_module_and_no_contracts() => Rule.Holds(
        from name in House.Kernel.GetReferencedAssemblies().Select(reference => reference.Name!)
        where name.StartsWith("Pimms.", StringComparison.Ordinal)
        select $"the kernel references {name}");

    [Fact]
    public void Nothing_but_the_host_and_the_tests_references_a_module() => Rule.Holds(
        from project in SourceFile.Below(["modules", "host"], ".csproj")
        from reference in XDocument.Parse(project.Text).Descendants("ProjectReference")
        let target = Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)
        where House.Modules.Any(module => module.GetName().Name == target) && project.Name != "Pimms.Host.csproj"
        select $"{project.Path} references {target}");

    [Fact]
    public void A_module_has_one_flat_namespace() => Rule.Holds(
        from assembly in House.Modules.Append(House.Kernel).Append(House.Root).Concat(House.Contracts)
        from type in assembly.OwnTypes()
        where type.Namespace != assembly.GetName().Name
        select $"{type} stands in {type.Namespace}");

    [Fact]
    public void Permissions_are_named_after_their_module_and_somebody_holds_them() => Rule.Holds(
        from module in Host.Modules.All
        from permission in module.Permissions
        where !permission.Key.StartsWith($"{module.Name}.", StringComparison.Ordinal) || permission.Value.Length == 0
        select permission.Key);
}

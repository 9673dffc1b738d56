using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

public sealed class SliceTests
{
    private static readonly IReadOnlyList<SourceFile> Files = [.. SourceFile.Below(["modules"], ".cs", ".cshtml").Where(file => file.Path.Contains("/Features/", StringComparison.Ordinal))];

    [Fact]
    public void A_slice_is_one_folder_directly_below_features() => Rule.Holds(
        from file in Files
        where BelowFeatures(file).Length != 2
        select file.Path);

    [Fact]
    public void A_slice_says_what_it_does_in_the_file_named_after_it() => Rule.Holds(
        from slice in Files.GroupBy(file => (file.Project, Slice: BelowFeatures(file)[0]))
        where !slice.Any(file => file.Name == $"{slice.Key.Slice}.cs")
        select $"{slice.Key.Project}: {slice.Key.Slice} lacks {slice.Key.Slice}.cs");

    [Fact]
    public void A_slices_page_is_named_after_it_and_has_its_model_beside_it() => Rule.Holds(
        from page in Files
        where page.Name.EndsWith(".cshtml", StringComparison.Ordinal) && !page.Name.StartsWith('_')
        let slice = BelowFeatures(page)[0]
        where page.Name != $"{slice}.cshtml" || !Files.Any(file => file.Path == page.Path + ".cs") || !page.Text.StartsWith("@page \"/", StringComparison.Ordinal)
        select page.Path);

    [Fact]
    public void Commands_and_queries_live_in_slices_with_their_handlers() => Rule.Holds(
        from module in House.Modules
        from type in module.OwnTypes()
        where Contract(type, typeof(IRequest<>)) is not null
        let declared = Files.Where(file => file.Project == module.GetName().Name && file.Text.Contains($"record {type.Name}", StringComparison.Ordinal)).ToList()
        where declared.Count == 0 || !declared.Any(file => file.Text.Contains($"IRequestHandler<{type.Name}", StringComparison.Ordinal))
        select $"{type.Name} and its handler do not stand in one file of a slice");

    [Fact]
    public void Every_command_and_query_has_exactly_one_handler_that_the_host_finds() => Rule.Holds(
        from module in House.Modules
        from type in module.OwnTypes()
        let request = Contract(type, typeof(IRequest<>))
        where request is not null && !type.IsAbstract
        let handler = typeof(IRequestHandler<,>).MakeGenericType(type, request.GetGenericArguments()[0])
        let found = module.GetTypes().Count(handler.IsAssignableFrom)
        where found != 1
        select $"{type.Name}: {found} handlers");

    [Fact]
    public void Requests_answer_with_a_result() => Rule.Holds(
        from module in House.Modules
        from type in module.OwnTypes()
        let request = Contract(type, typeof(IRequest<>))
        where request is not null && !typeof(IOutcome).IsAssignableFrom(request.GetGenericArguments()[0])
        select type.Name);

    [Fact]
    public void Page_models_are_internal_sealed_and_state_their_permission_or_why_they_are_open() => Rule.Holds(
        from assembly in House.Modules.Append(House.Root)
        from page in assembly.OwnTypes()
        where page.IsSubclassOf(typeof(PageModel)) && !page.IsAbstract
        let states = page.GetCustomAttributes(false).Count(attribute => attribute is PermissionAttribute or OpenToAllAttribute)
        where !page.IsSealed || page.IsVisible || states != 1 || !page.Name.EndsWith("Page", StringComparison.Ordinal)
        select $"{page.Name} states {states} permissions");

    [Fact]
    public void Permissions_that_pages_state_exist()
    {
        var known = House.Services.GetRequiredService<PermissionTable>().Names;
        Rule.Holds(
            from assembly in House.Modules.Append(House.Root)
            from page in assembly.OwnTypes()
            from permission in page.GetCustomAttributes(typeof(PermissionAttribute), false).Cast<PermissionAttribute>()
            where !known.Contains(permission.Name)
            select $"{page.Name}: {permission.Name}");
    }

    private static string[] BelowFeatures(SourceFile file) => file.Path.Split("/Features/", 2)[1].Split('/');

    private static Type? Contract(Type type, Type contract) => type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == contract);
}

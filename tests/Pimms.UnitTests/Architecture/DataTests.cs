using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.UnitTests;

public sealed class DataTests
{
    [Fact]
    public void The_migrations_are_up_to_date_with_the_model() => Rule.Holds(
        from schema in Schemas
        where Context(schema).Database.HasPendingModelChanges()
        select $"{schema.Name}: dotnet ef migrations add … is due");

    [Fact]
    public void A_module_keeps_everything_in_its_own_schema() => Rule.Holds(
        from schema in Schemas
        from type in Context(schema).Model.GetEntityTypes()
        where type.GetTableName() is not null && type.GetSchema() != schema.Name
        select $"{type.DisplayName()} lies in {type.GetSchema()}");

    [Fact]
    public void Every_module_has_a_context_named_after_its_schema() => Rule.Holds(
        from module in Host.Modules.All
        where Schemas.All(schema => schema.Name != module.Name || schema.Context.Assembly != module.Assembly)
        select module.Name);

    [Fact]
    public void Aggregates_carry_the_version_that_a_second_person_is_held_to() => Rule.Holds(
        from schema in Schemas
        from type in Context(schema).Model.GetEntityTypes()
        where type.ClrType.IsSubclassOf(typeof(Aggregate)) && !type.GetProperties().Any(property => property.IsConcurrencyToken)
        select type.DisplayName());

    private static IReadOnlyList<ModuleSchema> Schemas => [.. House.Services.GetServices<ModuleSchema>()];

    private static ModuleDbContext Context(ModuleSchema schema) => OwnerContext.Create(schema.Context, new NpgsqlConnection("Host=nowhere"), schema.Name);
}

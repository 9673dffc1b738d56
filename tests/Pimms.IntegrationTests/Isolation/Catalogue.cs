using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>What the database itself says of its tables: no list of them is written anywhere.</summary>
internal static class Catalogue
{
    /// <summary>What moves messages and versions, and holds nobody's content; nothing else goes without policies.</summary>
    private const string Plumbing = "('outbox', 'inbox', '__migrations')";

    /// <summary>The modules' schemas, the kernel's included.</summary>
    public static List<string> Schemas(this Platform platform) => [.. platform.Services.GetServices<ModuleSchema>().Select(schema => schema.Name)];

    /// <summary>What people's requests may do with a schema's tables; null where no module owns it.</summary>
    public static PeoplesRights? RightsOf(this Platform platform, string name)
    {
        if (platform.Services.GetServices<ModuleSchema>().SingleOrDefault(schema => schema.Name == name) is not { } owned)
            return null;
        using var context = OwnerContext.Create(owned.Context, new NpgsqlConnection("Host=nowhere"), name);
        return context.PeoplesRights;
    }

    /// <summary>Every table of the modules but for the plumbing, as <c>schema.table</c>.</summary>
    public static async Task<List<string>> Tables(this Platform platform)
    {
        await using var connection = await platform.Superuser.OpenConnectionAsync();
        var tables = await connection.Rows(
            $"select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm', 'f') and n.nspname = any($1) and c.relname not in {Plumbing} order by 1", platform.Schemas());
        Assert.NotEmpty(tables);
        return tables;
    }

    /// <summary>The rows of a query as the superuser sees them.</summary>
    public static async Task<List<string>> Ask(this Platform platform, string sql, params object[] parameters)
    {
        await using var connection = await platform.Superuser.OpenConnectionAsync();
        return await connection.Rows(sql, parameters);
    }

    /// <summary>Does something as this user with nothing but the connection: no query of ours stands between.</summary>
    public static Task<T> Straight<T>(this Platform platform, CurrentUser user, Func<NpgsqlConnection, Task<T>> work) => platform.Within(user, async services =>
    {
        var session = services.GetRequiredService<DatabaseSession>();
        await using var transaction = await session.Begin(user, CancellationToken.None);
        return await work(await session.Start(CancellationToken.None));
    });
}

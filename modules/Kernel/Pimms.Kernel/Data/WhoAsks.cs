using Npgsql;

namespace Pimms.Kernel;

/// <summary>What the database is told of who asks: the policies read it. All of it ends with the transaction.</summary>
internal static class WhoAsks
{
    /// <summary>People become the application role, background work the worker role.</summary>
    public static string Role(CurrentUser user) => user.Side == Side.System ? DatabaseRoles.Worker : DatabaseRoles.Application;

    // The last two are about plans. Statements are prepared and ask by id or by scope, so one plan serves any value: left to itself
    // PostgreSQL plans each anew, since what the policies let through is a guess either way, and that takes longer than reading the rows.
    // And what is asked for lies in memory or on a disk without a head: reading rows in an index's order beats fetching and sorting them.
    public static NpgsqlBatchCommand Tell(CurrentUser user) => ((Sql)$"""
        select set_config('role', {Role(user)}, true),
               set_config('pimms.side', {user.Side.ToString()}, true), set_config('pimms.user_id', {user.Id.ToString()}, true), set_config('pimms.role', {user.Role?.ToString() ?? ""}, true),
               set_config('pimms.site_ids', {string.Join(',', user.SiteIds)}, true), set_config('pimms.partner_id', {user.PartnerId?.ToString() ?? ""}, true),
               set_config('pimms.unit_ids', {string.Join(',', user.UnitIds)}, true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('random_page_cost', '1.1', true)
        """).ToCommand();
}

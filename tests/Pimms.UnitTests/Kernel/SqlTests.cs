using Npgsql;
using Pimms.Kernel;

namespace Pimms.UnitTests;

public sealed class SqlTests
{
    [Fact]
    public void A_value_stands_beside_the_words_and_never_among_them()
    {
        var typed = "x'; drop table referrals.referrals; --";
        var command = Command($"select 1 where number = {typed} and revision > {3}");
        Assert.Equal("select 1 where number = $1 and revision > $2", command.CommandText);
        Assert.Equal([typed, 3], Values(command));
    }

    [Fact]
    public void A_part_is_put_in_with_its_values_in_their_order()
    {
        Sql part = $"state = {"Sent"} or revision = {7}";
        var command = Command($"select {1} where ({part}) and number = {"2026"}");
        Assert.Equal("select $1 where (state = $2 or revision = $3) and number = $4", command.CommandText);
        Assert.Equal([1, "Sent", 7, "2026"], Values(command));
    }

    [Fact]
    public void A_part_can_be_used_twice()
    {
        Sql mine = $"assignee_id = {5}";
        var command = Command($"select count(*) filter (where {mine}) where {mine}");
        Assert.Equal("select count(*) filter (where assignee_id = $1) where assignee_id = $2", command.CommandText);
        Assert.Equal([5, 5], Values(command));
    }

    [Fact]
    public void Nothing_is_null_whatever_it_would_have_been() =>
        Assert.Equal([DBNull.Value, DBNull.Value, 4], Values(Command($"update x set a = {(string?)null}, b = {(int?)null}, c = {(int?)4}")));

    [Fact]
    public void Parts_are_joined_by_the_words_between_them() =>
        Assert.Equal("select 1 where a = $1 and true and b = $2", Command($"select 1 where {Sql.Join(" and ", [$"a = {1}", $"true", $"b = {2}"])}").CommandText);

    [Fact]
    public void One_id_alone_is_compared_as_such()
    {
        Guid[] two = [Guid.NewGuid(), Guid.NewGuid()];
        Assert.Equal("site_id = $1", Sql.IsOneOf("site_id", [two[0]]).ToCommand().CommandText);
        var several = Sql.IsOneOf("site_id", two).ToCommand();
        Assert.Equal("site_id = any($1)", several.CommandText);
        Assert.Equal(two, Values(several).Single());
        Assert.Equal("site_id = any($1)", Sql.IsOneOf("site_id", []).ToCommand().CommandText);
    }

    private static NpgsqlBatchCommand Command(Sql sql) => sql.ToCommand();

    private static List<object?> Values(NpgsqlBatchCommand command) => [.. command.Parameters.Select(parameter => parameter.Value)];
}

using System.Text.RegularExpressions;

namespace Pimms.UnitTests;

public sealed partial class SourceTests
{
    private const int LongestFile = 200;
    private const int MedianFile = 40;

    [Fact]
    public void Files_are_short_or_say_in_their_first_line_why_not() => Rule.Holds(
        from file in SourceFile.Code.Concat(SourceFile.Pages).Concat(SourceFile.Below(["tests"], ".cs"))
        where !file.IsMigration && file.Lines.Count() > LongestFile && !file.Text.StartsWith("// Long because ", StringComparison.Ordinal)
        select $"{file.Path}: {file.Lines.Count()} lines");

    [Fact]
    public void Half_of_the_files_are_below_forty_lines()
    {
        var lengths = SourceFile.Code.Where(file => !file.IsMigration).Select(file => file.Lines.Count()).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, MedianFile);
    }

    [Fact]
    public void Namespaces_are_of_the_file() => Rule.Holds(
        from file in SourceFile.Code
        where !file.IsMigration && BlockNamespace().IsMatch(file.Text)
        select file.Path);

    [Fact]
    public void Nobody_asks_the_machine_for_the_time() => Rule.Holds(
        from file in SourceFile.Code
        where !file.IsMigration && MachineTime().IsMatch(file.Text)
        select file.Path);

    [Fact]
    public void Raw_sql_and_switched_off_filters_stay_in_the_data_folders() => Rule.Holds(
        from file in SourceFile.Code
        where file.Path.StartsWith("modules/", StringComparison.Ordinal) && file.Project != "Pimms.Kernel" && !file.Path.Contains("/Data/", StringComparison.Ordinal) && RawSql().IsMatch(file.Text)
        select file.Path);

    /// <summary>Connections go back to the pool as they are: what was set for longer than a transaction would be the next request's.</summary>
    [Fact]
    public void Nothing_is_set_for_longer_than_a_transaction() => Rule.Holds(
        from file in SourceFile.Code.Concat(SourceFile.Below(["modules"], ".sql"))
        from line in file.Lines
        // The migrator comes as the owner, on a connection of its own, for a whole run.
        where file.Path is not "modules/Kernel/Pimms.Kernel/Data/Migrator.cs" && SetsTheSession().IsMatch(line)
        select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void Nothing_is_left_to_be_done_later() => Rule.Holds(
        from file in SourceFile.Code.Concat(SourceFile.Pages)
        from line in file.Lines
        where Later().IsMatch(line)
        select $"{file.Path}: {line.Trim()}");

    [Fact]
    public void Types_are_named_after_what_they_are() => Rule.Holds(
        from assembly in House.Modules.Append(House.Kernel).Append(House.Root).Concat(House.Contracts)
        from type in assembly.OwnTypes()
        where type.IsClass && EmptyName().IsMatch(type.Name) && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)
        select type.FullName!);

    [Fact]
    public void The_wish_to_cancel_comes_last() => Rule.Holds(
        from assembly in House.Modules.Append(House.Kernel).Append(House.Root).Concat(House.Contracts)
        from type in assembly.OwnTypes()
        from method in type.GetMethods((System.Reflection.BindingFlags)0x3E)
        let parameters = method.GetParameters()
        where parameters.SkipLast(1).Any(parameter => parameter.ParameterType == typeof(CancellationToken)) && !method.IsVirtual
        select $"{type.Name}.{method.Name}");

    [GeneratedRegex(@"^namespace [\w.]+\s*\{", RegexOptions.Multiline)]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bStopwatch\.(StartNew|GetTimestamp)\b")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"\bset\s+(session\s+)?(role|pimms\.)|\bset_config\(\s*'[^']*',[^;]*?,\s*false\)|\bset session authorization|\bpg_advisory_lock|\bcreate temp", RegexOptions.IgnoreCase)]
    private static partial Regex SetsTheSession();

    [GeneratedRegex(@"\b(FromSql|ExecuteSql|SqlQuery)\w*\(|\(Sql\)\$|\bSql\.Words\(|\bAsk\(\[\$|\bIgnoreQueryFilters\(|\bnew NpgsqlCommand\(|\bCreateDbCommand\(|\.CreateCommand\(")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"(Dto|Manager|Helper|Service|Utils|Util|Repository|Mapper|Impl)$")]
    private static partial Regex EmptyName();
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

public sealed partial class TextTests
{
    private static readonly Texts Texts = House.Services.GetRequiredService<Texts>();
    private static readonly HashSet<string> Keys = [.. Texts.Keys(TextResources.Neutral)];

    [Fact]
    public void Every_text_exists_in_both_languages() => Rule.Holds(
        from one in TextResources.Languages
        from other in TextResources.Languages
        from key in Texts.Keys(one).Except(Texts.Keys(other))
        select $"{key} is missing in {other.Name}");

    [Fact]
    public void A_text_has_the_same_places_in_both_languages() => Rule.Holds(
        from key in Keys
        let places = TextResources.Languages.Select(language => Places(key, language.Name)).Distinct().ToList()
        where places.Count > 1
        select $"{key}: {string.Join(" / ", places)}");

    [Fact]
    public void Every_text_that_code_and_pages_ask_for_exists() => Rule.Holds(
        from file in SourceFile.Code.Concat(SourceFile.Pages)
        where !file.IsMigration
        from key in TextKeys.UsedIn(file.Text)
        where !Keys.Contains(key)
        select $"{file.Path}: {key}");

    [Fact]
    public void Every_family_of_texts_that_code_and_pages_ask_for_exists() => Rule.Holds(
        from file in SourceFile.Code.Concat(SourceFile.Pages)
        from family in TextKeys.FamiliesUsedIn(file.Text)
        where !Keys.Any(key => key.StartsWith(family, StringComparison.Ordinal))
        select $"{file.Path}: {family}…");

    [Fact]
    public void An_enum_that_has_words_has_them_for_each_value() => Rule.Holds(
        from assembly in House.Modules.Append(House.Kernel).Concat(House.Contracts)
        from type in assembly.OwnTypes()
        where type.IsEnum && Enum.GetNames(type).Any(value => Keys.Contains($"{type.Name}.{value}"))
        from value in Enum.GetNames(type)
        where !Keys.Contains($"{type.Name}.{value}")
        select $"{type.Name}.{value}");

    [Fact]
    public void Every_field_of_a_form_has_its_label() => Rule.Holds(
        from page in SourceFile.Pages
        from key in FieldLabels.AskedBy(page)
        where !Keys.Contains(key)
        select $"{page.Path}: {key}");

    [Fact]
    public void Every_message_of_a_validator_is_a_text_of_ours() => Rule.Holds(
        from message in ValidatorMessages.All()
        where !Keys.Contains(message.Text)
        select $"{message.Validator}: {message.Text}");

    [Fact]
    public void Pages_hold_no_words_of_their_own() => Rule.Holds(
        from page in SourceFile.Pages
        where !page.Text.Contains("@* Words of its own because ", StringComparison.Ordinal)
        from words in Markup.WordsIn(page.Text)
        select $"{page.Path}: {words}");

    /// <summary>What follows <c>@:</c> on a line is written as it stands: a tag of ours in it reaches the reader raw.</summary>
    [Fact]
    public void A_tag_of_ours_never_stands_on_a_line_that_is_written_raw() => Rule.Holds(
        from page in SourceFile.Pages
        from line in page.Lines
        where RawLine().IsMatch(line)
        select $"{page.Path}: {line.Trim()}");

    private static string Places(string key, string language)
    {
        using var speaking = new InLanguage(language);
        return string.Join(' ', Place().Matches(Texts[key]).Select(place => place.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"@:.*<[a-z]")]
    private static partial Regex RawLine();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}

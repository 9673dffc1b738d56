using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class FormCatalogueTests
{
    [Fact]
    public void Has_at_least_two_dozen_procedures_and_at_least_one_in_each_field()
    {
        Assert.True(FormCatalogue.All.Count >= 24, $"{FormCatalogue.All.Count}");
        Assert.Equal(Enum.GetValues<CatalogueTheme>(), FormCatalogue.All.Select(entry => entry.Theme).Distinct());
    }

    [Fact]
    public void Each_asks_five_to_twelve_questions_some_of_which_must_be_answered() => Rule.Holds(
        from entry in FormCatalogue.All
        let questions = entry.Document.Fields.Where(field => field.Type != FormFieldType.Section).ToList()
        where questions.Count is < 5 or > 12 || !questions.Exists(field => field.Required) || !questions.Exists(field => field.Hint is not null)
        select $"{entry.Name}: {questions.Count} questions");

    [Fact]
    public void Each_says_when_to_use_it_under_a_title_of_its_own()
    {
        Assert.All(FormCatalogue.All, entry => Assert.InRange(entry.Document.Description.Length, 20, 2000));
        Assert.Equal(FormCatalogue.All.Count, FormCatalogue.All.Select(entry => entry.Document.Title).Distinct().Count());
    }

    [Fact]
    public void The_same_name_asks_the_same_kind_everywhere_so_that_nobody_is_asked_twice() => Rule.Holds(
        from asked in FormCatalogue.All.SelectMany(entry => entry.Document.Fields.Select(field => (entry.Name, Field: field)))
        where asked.Field.Pattern is not null
        group asked by asked.Field.Key into same
        where same.Select(one => (one.Field.Label, one.Field.Pattern, one.Field.Check)).Distinct().Count() > 1
        select $"{same.Key}: {string.Join(", ", same.Select(one => one.Name))}");

    [Theory]
    [InlineData("dette énergie", "energy.payment-plan")]
    [InlineData("ELECTRICITE coupure", null)]
    [InlineData("numero allocataire rsa", "benefits.suspended")]
    [InlineData("", "post.parcel")]
    public void Is_found_by_words_without_accents(string wanted, string? found)
    {
        var names = FormCatalogue.All.Where(entry => entry.Answers(wanted)).Select(entry => entry.Name).ToList();
        if (found is null)
            Assert.Empty(names);
        else
            Assert.Contains(found, names);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.UnitTests;

/// <summary>What people signed can be told for ever.</summary>
public sealed class MandateTemplateTests
{
    // One line per version that was ever printed: a word changed in any language makes a new one.
    private static readonly Dictionary<int, string> Printed = new()
    {
        [1] = "add7819ba398d3fb68b5eed6b666808da317ce860275395230c0a2a9db0f3327",
        [2] = "30147a665b639b4b9cf065c2dc9838348a383ac4d274fbbb826f8c9afff3b642",
    };

    [Fact]
    public void A_word_that_changes_makes_a_new_version() =>
        Assert.Equal(Printed[MandateTemplate.Version], House.Services.GetRequiredService<MandateTemplate>().Hash);

    [Fact]
    public void The_last_version_is_the_one_that_is_printed() => Assert.Equal(MandateTemplate.Version, Printed.Keys.Max());
}

using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class StepTests
{
    // Half past eleven in the evening in Paris, half past ten in UTC.
    private static readonly DateTimeOffset Evening = new(2026, 11, 23, 22, 30, 0, TimeSpan.Zero);
    private static readonly CurrentUser Author = ReferralStory.Mediator;
    private static readonly CurrentUser Colleague = Author with { Id = Guid.NewGuid() };
    private readonly Step step = Case.Open("2026-0001", Guid.NewGuid(), new Beneficiary { FamilyName = "Haddad", GivenName = "Samira" }, "Coupure annoncée", null, Author, Evening)
        .Add(StepBy.WithHelp, "Appelé le fournisseur", new(2026, 11, 20), Author, Evening);

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void Is_its_authors_to_correct_on_the_day_it_was_written_in_Paris(int today, bool open) => Assert.Equal(open, step.IsOpenTo(Author, new(2026, 11, today)));

    [Fact]
    public void Is_nobody_elses_to_correct() => Assert.False(step.IsOpenTo(Colleague, new(2026, 11, 23)));
}

using Pimms.Conventions;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class ConventionContentTests
{
    private static readonly ProcedureContent Promise = new() { ProcedureId = Procedures[0].Id, AcknowledgeWithinDays = 3, AnswerWithinDays = 10 };

    [Fact]
    public void Accepts_a_whole_convention() => Assert.Empty(Errors(Content()));

    [Fact]
    public void Refuses_an_end_before_the_start() =>
        Assert.Equal(["EndsOn"], Errors(Content() with { StartsOn = new(2026, 5, 2), EndsOn = new(2026, 5, 1) }));

    [Fact]
    public void Accepts_a_convention_of_one_day() =>
        Assert.Empty(Errors(Content() with { StartsOn = new(2026, 5, 1), EndsOn = new(2026, 5, 1) }));

    [Theory]
    [InlineData(0, 10, "AcknowledgeWithinDays")]
    [InlineData(61, 100, "AcknowledgeWithinDays")]
    [InlineData(3, 0, "AnswerWithinDays")]
    [InlineData(3, 500, "AnswerWithinDays")]
    [InlineData(10, 3, "AnswerWithinDays")]
    [InlineData(null, 3, "AcknowledgeWithinDays")]
    [InlineData(3, null, "AnswerWithinDays")]
    public void Refuses_a_promise_that_nobody_could_keep_or_would_wait_for(int? acknowledge, int? answer, string field) =>
        Assert.Equal([$"Procedures[0].{field}"], Errors(Content() with { Procedures = [Promise with { AcknowledgeWithinDays = acknowledge, AnswerWithinDays = answer }] }));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 120)]
    public void Accepts_promises_at_the_bounds(int acknowledge, int answer) =>
        Assert.Empty(Errors(Content() with { Procedures = [Promise with { AcknowledgeWithinDays = acknowledge, AnswerWithinDays = answer }] }));

    [Fact]
    public void Refuses_a_convention_without_a_procedure() => Assert.Equal(["Procedures"], Errors(Content() with { Procedures = [Promise with { Covered = false }] }));

    [Fact]
    public void Does_not_read_the_promises_of_procedures_that_are_not_covered() =>
        Assert.Empty(Errors(Content() with { Procedures = [Promise, new() { ProcedureId = Procedures[1].Id, Covered = false, AnswerWithinDays = 500 }] }));

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    public void Refuses_to_keep_data_for_no_time_or_too_long(int months) => Assert.Equal(["RetentionMonths"], Errors(Content() with { RetentionMonths = months }));

    [Fact]
    public void Refuses_a_procedure_of_another_partner_at_its_row()
    {
        var refusal = Partner.RefuseForeignProcedures(Content() with { Procedures = [Promise, Promise with { ProcedureId = Guid.NewGuid() }] });
        Assert.Equal("Procedures[1].ProcedureId", Assert.Single(refusal!.Errors).Field);
    }

    private static IEnumerable<string> Errors(DraftConvention content) => new DraftConventionValidator().Validate(content).Errors.Select(error => error.PropertyName);
}

using Npgsql;
using Pimms.Kernel;
using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class DemonstrationPartnersTests
{
    private static readonly PartnersDbContext Db = Seeded();

    [Fact]
    public void There_are_eight_partners_eleven_units_and_fifteen_procedures() =>
        Assert.Equal((8, 11, 15), (Db.Partners.Local.Count, Db.Units.Local.Count, Db.Procedures.Local.Count));

    [Fact]
    public void Every_form_is_one_that_an_administrator_could_have_written() => Rule.Holds(
        from form in Db.Forms.Local
        from error in new ReviseFormValidator().Validate(new ReviseForm(form.ProcedureId, 1, [.. form.Fields.Select(FieldDraft.Of)], null)).Errors
        select $"{Db.Procedures.Local.Single(procedure => procedure.Id == form.ProcedureId).Title}: {error.PropertyName} {error.ErrorMessage}");

    [Fact]
    public void The_forms_ask_in_all_the_ways_there_are() =>
        Assert.Equal(Enum.GetValues<FormFieldType>(), Db.Forms.Local.SelectMany(form => form.Fields).Select(field => field.Type).Distinct().Order());

    [Fact]
    public void The_payment_plan_asks_under_the_names_that_programs_know() => Assert.Equal(
        ["contractNumber", "meterPoint", "amountDue", "lastPaymentOn", "monthlyCapacity", "electricHeating", "alreadyTried"],
        Db.Forms.Local.Single(form => form.ProcedureId == DemonstrationId.Of("procedure:energie-etalement")).Fields.Select(field => field.Key));

    [Fact]
    public void A_version_of_a_form_is_followed_by_the_next_and_stays()
    {
        var procedure = new Procedure(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Étalement", "");
        var first = procedure.Revise([], [], DateTimeOffset.UnixEpoch);
        var second = procedure.Revise([Ask.Text("a", "A")], [], DateTimeOffset.UnixEpoch);
        Assert.Equal((1, 2, 2), (first.Version, second.Version, procedure.FormVersion));
        Assert.Empty(first.Fields);
    }

    private static PartnersDbContext Seeded()
    {
        var db = OwnerContext.Create<PartnersDbContext>(new NpgsqlConnection("Host=nowhere"), PartnersDbContext.Name);
        new DemonstrationPartners(db, DateTimeOffset.UnixEpoch.AddYears(50)).Add();
        return db;
    }
}

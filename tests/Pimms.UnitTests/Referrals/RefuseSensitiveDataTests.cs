using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

/// <summary>Every text that a command holds is searched, without the command doing anything for it.</summary>
public sealed class RefuseSensitiveDataTests
{
    private const string Account = "FR76 3000 6000 0112 3456 7890 189";
    private const string Nir = "2 84 05 30 189 123";
    private static readonly Type[] WithoutText =
    [
        typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(TimeOnly), typeof(decimal), typeof(bool), typeof(int), typeof(uint), typeof(long), typeof(Stream), typeof(byte[]), typeof(ReadOnlyMemory<byte>), typeof(System.Net.IPAddress),
    ];

    [Fact]
    public void Nothing_that_a_request_holds_is_of_a_kind_that_the_search_passes_over() => Rule.Holds(
        from request in Requests
        from property in Reached(request)
        let type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where !type.IsEnum && !WithoutText.Contains(type) && type != typeof(string) && type != typeof(IFormFile) && !WrittenTexts.IsOurs(type) && !WrittenTexts.ElementsOf(type).Any()
        select $"{property.DeclaringType!.Name}.{property.Name} is a {type.Name}");

    [Fact]
    public void What_is_not_searched_either_keeps_nothing_or_is_searched_before_it_goes() => Rule.Holds(
        from request in Requests
        where request.IsDefined(typeof(UnsearchedAttribute), false) && Keeps(request) && request != typeof(WriteReferral) && request != typeof(StartReferral)
        select request.Name);

    [Fact]
    public async Task The_host_puts_the_search_before_every_handler_whose_request_can_hold_text()
    {
        await using var scope = House.Services.CreateAsyncScope();
        Rule.Holds(
            from request in Requests
            where WrittenTexts.MayStandIn(request) && !request.IsDefined(typeof(UnsearchedAttribute), false)
            let answer = request.GetInterfaces().Single(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0]
            let before = scope.ServiceProvider.GetServices(typeof(IPipelineBehavior<,>).MakeGenericType(request, answer)).ToList()
            where before[^1]!.GetType().GetGenericTypeDefinition() != typeof(RefuseSensitiveData<,>) || before.Count < 2
            select request.Name);
    }

    [Fact]
    public void Names_the_field_as_errors_do()
    {
        Assert.Equal(["Items[1]", "Text"], Fields(new RequestInformation(Guid.NewGuid(), 1, ["Le relevé", $"Compte {Account}"], Account)));
        Assert.Equal(["Items[0].Answer"], Fields(new ProvideInformation(Guid.NewGuid(), 1, [new(Guid.NewGuid(), Account)], null)));
        Assert.Equal(["Beneficiary.Address"], Fields(new OpenCase(Guid.NewGuid(), BeneficiaryInput.Unknown with { Address = Account }, "Dette", null)));
        Assert.Equal(["Text", "NextSteps"], Fields(new AnswerReferral(Guid.NewGuid(), 1, Outcome.Other, Account, 12.5m, $"Carte 4970 1012 3456 7893")));
    }

    [Fact]
    public void Looks_at_the_names_of_files()
    {
        var file = new FormFile(Stream.Null, 0, 0, "File", "RIB_FR76-3000-6000-0112-3456-7890-189.pdf");
        Assert.Equal(["File"], SensitiveText.In(WrittenTexts.In(file, "File")).Select(found => found.Field));
    }

    [Fact]
    public void Tells_programs_the_field_and_the_kind_and_nobody_the_number()
    {
        var refusal = SensitiveText.Refuse(SensitiveText.In([("Answers.alreadyTried", $"Bonjour,\nvoici {Account}")]));
        Assert.Equal("sensitive-data", refusal.Type);
        Assert.Equal(("answers.alreadyTried", SensitiveKind.Iban), (refusal.Facts["field"], refusal.Facts["kind"]));
        var said = refusal.Errors.Single().InWords(House.Services.GetRequiredService<Texts>());
        Assert.Contains("•••• ••••", said, StringComparison.Ordinal);
        Assert.DoesNotContain("3000", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_a_social_security_number_through_where_the_convention_does_and_no_account()
    {
        var request = new ReferralRequest("Objet", "Résultat", Urgency.Normal, null, new() { ["need"] = $"n° sécu {Nir}, compte {Account}" });
        Assert.Equal([SensitiveKind.Nir, SensitiveKind.Iban], SensitiveText.In(request, Form(), nirAllowed: false).Select(found => found.Kind));
        Assert.Equal([SensitiveKind.Iban], SensitiveText.In(request, Form(), nirAllowed: true).Select(found => found.Kind));
    }

    [Fact]
    public void Reads_an_answer_by_its_question()
    {
        Assert.Empty(SensitiveText.In(Answering("1280530189123"), Form("Numéro fiscal"), nirAllowed: false));
        Assert.Single(SensitiveText.In(Answering("1280530189123"), Form("Numéro de sécurité sociale"), nirAllowed: false));
    }

    private static IEnumerable<Type> Requests =>
        typeof(ReferralsModule).Assembly.GetTypes().Where(type => !type.IsAbstract && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequest<>)));

    private static IEnumerable<System.Reflection.PropertyInfo> Reached(Type type) => WrittenTexts.PropertiesOf(type).SelectMany(property =>
        new[] { property }.Concat(new[] { property.PropertyType }.Concat(WrittenTexts.ElementsOf(property.PropertyType)).Where(WrittenTexts.IsOurs).SelectMany(Reached)));

    private static bool Keeps(Type request) => request.IsAssignableTo(typeof(IRequest<Result>)) || request.IsAssignableTo(typeof(IRequest<Result<Guid>>));

    private static IEnumerable<string> Fields(object command) => SensitiveText.In(WrittenTexts.In(command)).Select(found => found.Field);

    private static ReferralRequest Answering(string answer) => new("Objet", "Résultat", Urgency.Normal, null, new() { ["need"] = answer });

    private static ProcedureForm Form(string question = "Le besoin") => new(1, [new("need", question, null, FormFieldType.Text, true, [], null)]);
}

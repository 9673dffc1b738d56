namespace Pimms.UnitTests;

/// <summary>Real numbers are found however they are typed; what mediators write every day is left alone.</summary>
public sealed class SensitiveDataTests(ITestOutputHelper output)
{
    private const int EachWay = 600;
    private static readonly string[] Around = ["Bonjour, voici {0} comme demandé.", "{0}", "Il a noté\n{0}\nau dos de la lettre.", "n° sécu : {0}, RIB joint", "({0})", "Facture 20261234 de 412,80 €. {0}. Tél. 06 12 34 56 78."];

    public static TheoryData<SensitiveKind, string, string> Spelled()
    {
        var (rows, random) = (new TheoryData<SensitiveKind, string, string>(), new Random(20261125));
        for (var i = 0; i < EachWay; i++)
        {
            var kind = (SensitiveKind)(i % 3);
            var nir = SpelledNumbers.Nir(random);
            var spelled = kind switch
            {
                SensitiveKind.Nir => SpelledNumbers.SpelledNir(random, nir, SpelledNumbers.Key(nir)),
                SensitiveKind.Iban => SpelledNumbers.SpelledIban(random, SpelledNumbers.Iban(random)),
                _ => SpelledNumbers.SpelledCard(random, SpelledNumbers.Card(random)),
            };
            var around = kind == SensitiveKind.PaymentCard ? i / 3 % 3 : i / 3 % Around.Length;
            rows.Add(kind, spelled, string.Format(System.Globalization.CultureInfo.InvariantCulture, Around[around], spelled));
        }
        return rows;
    }

    [Theory, MemberData(nameof(Spelled))]
    public void Finds_a_number_and_its_place(SensitiveKind kind, string spelled, string text)
    {
        var found = Assert.Single(SensitiveData.Find(text));
        Assert.Equal(kind, found.Kind);
        // A closing bracket around the key is not part of the number.
        Assert.Equal(spelled.TrimEnd(')', '\u200b'), text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("N° de sécurité sociale 2 84 05 30 189 123")]
    [InlineData("NIR 2840530189123")]
    [InlineData("2 84 05 30 189 123")]
    [InlineData("Voici le mien : 2840530189123 (je n’ai pas la clé)")]
    [InlineData("sécu 284 0530 189123")]
    [InlineData("SS:1 62 09 2A 004 115")]
    [InlineData("mon numéro d’assurée 4 84 62 99 189 123")]
    [InlineData("carte vitale 2840530189123 3 enfants rattachés")]
    [InlineData("رقم الضمان ٢٨٤٠٥٣٠١٨٩١٢٣")]
    public void Finds_a_social_security_number_without_its_key(string text) =>
        Assert.Equal(SensitiveKind.Nir, Assert.Single(SensitiveData.Find(text)).Kind);

    [Theory]
    [InlineData("20041010050500013M02606")]
    [InlineData("20041 01005 0500013M026 06")]
    [InlineData("2004 1010 0505 0001 3M02 606")]
    [InlineData("Code banque : 91644, code guichet : 33481, n° de compte : 5807F027573, clé RIB : 55")]
    [InlineData("Mon RIB 59906 71271 1930D64B621 clé 68, merci")]
    [InlineData("28188.80992.9722003D224.06")]
    public void Finds_an_account_without_its_country(string text) =>
        Assert.Equal(SensitiveKind.Rib, Assert.Single(SensitiveData.Find(text)).Kind);

    [Theory]
    [InlineData("20041 01005 0500013M026 07")]
    [InlineData("2004101005 0500013M026 06")]
    [InlineData("Tél. 06 12 34 56 78 ou 06 98 76 54 32, poste 112")]
    public void Takes_no_other_number_for_an_account(string text) => Assert.Empty(SensitiveData.Find(text));

    [Theory]
    [InlineData("CB 30569309025904")]
    [InlineData("carte bancaire 3056 930902 5904")]
    [InlineData("Visa : 4222222222222")]
    [InlineData("4 9 7 0 1 0 1 2 3 4 5 6 7 8 9 3")]
    [InlineData("Numéro de ma carte bleue 49 70 10 12 34 56 78 93")]
    public void Finds_the_rarer_cards_by_the_words_before_them(string text) =>
        Assert.Equal(SensitiveKind.PaymentCard, Assert.Single(SensitiveData.Find(text)).Kind);

    [Fact]
    public void Finds_the_accounts_of_every_country_it_knows() => Rule.Holds(
        from country in IbanShapes.Countries
        from seed in Enumerable.Range(1, 20)
        let account = SpelledNumbers.Iban(new Random(seed), country)
        where SensitiveData.Find($"Compte {account} à créditer").Count != 1
        select account);

    [Theory]
    [InlineData("PDL 30189412556070, contrat 6004512887")]
    [InlineData("Numéro fiscal 1280530189123")]
    [InlineData("Tél. 06 12 34 56 78\n04 66 00 11 22\n07 98 76 54 32")]
    [InlineData("SIRET 380 129 866 00014")]
    [InlineData("Consommations : 2221 2354 2410 2720 kWh, 4200 4300 4400 4500 kWh")]
    [InlineData("Du 01/02/2026 au 28/02/2026, 12/05/2026 et 13/06/2026")]
    [InlineData("FR76 3000 6000 0112 3456 7890 188")]
    [InlineData("1 84 05 30 189 123 44")]
    [InlineData("4970 1012 3456 7898")]
    [InlineData("Carte d’identité 880692310285")]
    [InlineData("De 12 à 18 ans, FR 2026, AT 61")]
    public void Leaves_alone_what_looks_like_one(string text) => Assert.Empty(SensitiveData.Find(text));

    [Fact]
    public void Raises_a_false_alarm_in_less_than_one_of_a_hundred_ordinary_texts()
    {
        var texts = OrdinaryTexts.Some(EachWay * 5, 11).ToList();
        var alarms = texts.Where(text => SensitiveData.Find(text).Count > 0).ToList();
        // On the console, which the run shows.
        Console.WriteLine($"False alarms: {alarms.Count} in {texts.Count} ordinary texts ({100.0 * alarms.Count / texts.Count:0.00} %).");
        foreach (var alarm in alarms)
            output.WriteLine("  " + alarm.ReplaceLineEndings(" "));
        Assert.InRange(alarms.Count, 0, texts.Count / 100 - 1);
    }

    [Fact]
    public void Leaves_alone_all_that_the_demonstration_says()
    {
        var source = SourceFile.Below(["modules/Referrals"], "cases.json").Single().Text;
        using var document = System.Text.Json.JsonDocument.Parse(source);
        Rule.Holds(from text in Strings(document.RootElement) where SensitiveData.Find(text).Count > 0 select text);
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("2 84 05 30 189 123 4")]
    [InlineData("4970 1012 ")]
    [InlineData("FR76 3000 ")]
    [InlineData("RO55CKVC")]
    [InlineData("clé 45 sécu ")]
    [InlineData("00")]
    public void Takes_a_time_that_grows_with_the_length_only(string hostile)
    {
        // Half a million signs: what looked back or ahead without bound would take minutes.
        var text = string.Concat(Enumerable.Repeat(hostile, 500_000 / hostile.Length));
        var started = TimeProvider.System.GetTimestamp();
        SensitiveData.Find(text);
        var took = TimeProvider.System.GetElapsedTime(started);
        output.WriteLine($"'{hostile}': {took.TotalMilliseconds:0} ms for {text.Length} signs.");
        Assert.True(took < TimeSpan.FromSeconds(20), $"{took}");
    }

    private static IEnumerable<string> Strings(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => [element.GetString()!],
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}

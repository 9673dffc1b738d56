namespace Pimms.UnitTests;

/// <summary>What mediators and agents write every day, with the numbers that stand in it: none of them is one to hide.</summary>
internal static class OrdinaryTexts
{
    private static readonly string[] Templates =
    [
        "Contrat n° {10}, PDL {pdl}. Dette de {money} sur la facture {invoice} du {date}.",
        "Bonjour, voici le relevé du compteur : {6} kWh au {date}, contre {6} kWh l’an dernier. Merci de rappeler Mme Benali au {phone}.",
        "Numéro fiscal : {fiscal}. Avis d’impôt {year}, référence {13}. Revenu fiscal de référence {money}.",
        "Mon numéro fiscal {fiscal2} et le numéro d’accès {7} ne marchent plus.",
        "Allocataire {7}L, dossier RSA suspendu depuis le {date}, indu de {money} réclamé par courrier du {date}.",
        "Tél. {phone}\n{phone}\nRappeler entre 9 h et 12 h.",
        "Tél : {phone} ou {phone}, mail lina.b@example.org, 5 rue Kepler 30900 Nîmes.",
        "Colis {letters}{13}, suivi {13}, livré le {date} à 14 h 30.",
        "Référence client : {10} / point de livraison {pdlspaced} / puissance 9 kVA.",
        "SIRET de l’employeur : {siret}. Salaire net {money}, contrat du {date} au {date}.",
        "La société (SIREN {siren}, SIRET {siretspaced}) réclame {money}.",
        "Facture {invoice} : {money} ; facture {invoice} : {money} ; facture {invoice} : {money}. Total {money}.",
        "Abonnement {12}, carte de transport n° {10}, réduction de {2} % depuis le {date}.",
        "PCE {pce}, index {5} m³, matricule compteur {8}.",
        "Carte d’identité {12} valable jusqu’au {date}, titre de séjour {10}.",
        "Plaque AB-{3}-CD, PV n° {8}, amende {money}, télépaiement {14other} clé {2}.",
        "Dossier 2026-{6}, convention 2025-{2}, réunion le {date} à 10 h 15, salle {3}.",
        "Elle verse {2} € par mois sur {2} mois : {money} en tout, premier versement le {date}.",
        "Code postal 30189, communes 30189 30258 30341, population {5} habitants, {4} logements.",
        "Index : {5} {5} {5} (2023), {5} {5} {5} (2024), {5} {5} {5} (2025).",
        "Échéances : {date} {money}, {date} {money}, {date} {money}, {date} {money}.",
        "Numéro de dossier MDPH : {8}-{6}. Décision du {date}, recours avant le {date}.",
        "IBAN déjà connu de vos services, se terminant par {3}. La carte finit par {4}.",
        "N° de sécurité sociale transmis par téléphone à votre collègue le {date}.",
        "Prélèvement rejeté : RUM {letters}-{8}-{4}, ICS FR{2}ZZZ{6}, {money}.",
        "Lettre recommandée n° 1A {3} {3} {4} {1} reçue le {date}.",
        "Références à rappeler : {16other} et {20}.",
        "Horaires : lundi 9 h - 12 h, 14 h - 17 h ; permanence au 12, rue des Iris ; arrêt ligne {2}.",
        "Consommation : 2022 {4} kWh, 2023 {4} kWh, 2024 {4} kWh, 2025 {4} kWh.",
        "Courriel du {date} 10:42, réf. {year}/{6}/{3}, urgence : coupure annoncée le {date}.",
        "Il touche {money} d’AAH, {money} d’APL et doit {money} de loyer (loyer {money}, charges {money}).",
        "Client {9}, compte {8}, ligne fixe {phone}, box {15imei}.",
        "+33 {9spaced}, puis le +33 {9spaced} ; sinon 36 46 ou 3646, 0 800 {6}.",
        "Naissance le {date}, arrivée en France le {date}, quatre enfants nés en 2009, 2012, 2015 et 2019.",
        "Devis {invoice} de {money} TTC ({money} HT), TVA FR{2}{siren}.",
    ];

    public static IEnumerable<string> Some(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return Fill(Templates[i % Templates.Length], random);
    }

    private static string Fill(string template, Random random)
    {
        var parts = template.Split('{', '}');
        return string.Concat(parts.Select((part, at) => at % 2 == 0 ? part : Made(part, random)));
    }

    private static string Made(string what, Random random) => what switch
    {
        "money" => random.Next(3) switch { 0 => $"{random.Next(1, 4000)},{random.Next(100):00} €", 1 => $"{random.Next(1, 9)} {random.Next(1000):000},{random.Next(100):00} euros", _ => $"{random.Next(20, 900)} €" },
        "date" => random.Next(3) switch { 0 => $"{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(2019, 2028)}", 1 => $"{random.Next(1, 29)} novembre {random.Next(2019, 2028)}", _ => $"{random.Next(1, 29):00}.{random.Next(1, 13):00}.{random.Next(19, 28)}" },
        "phone" => string.Join(random.Next(3) switch { 0 => " ", 1 => ".", _ => "" }, new[] { $"0{random.Next(1, 10)}" }.Concat(Enumerable.Range(0, 4).Select(_ => Figures(2, random)))),
        "invoice" => random.Next(3) switch { 0 => $"F-{Figures(4, random)}", 1 => $"{random.Next(2023, 2027)}{Figures(8, random)}", _ => Figures(11, random) },
        "year" => $"{random.Next(2019, 2027)}",
        "letters" => string.Concat(Enumerable.Range(0, 2).Select(_ => (char)('A' + random.Next(26)))),
        // Energy's meter points begin with their region's two figures.
        "pdl" => $"{new[] { "21", "25", "30", "19", "09", "14" }[random.Next(6)]}{Figures(12, random)}",
        "pdlspaced" => $"30 {Figures(3, random)} {Figures(3, random)} {Figures(3, random)} {Figures(3, random)}",
        "pce" => $"{random.Next(2, 4)}{Figures(13, random)}",
        "fiscal" => $"{random.Next(0, 4)}{random.Next(10)} {Figures(2, random)} {Figures(3, random)} {Figures(3, random)} {Figures(3, random)}",
        "fiscal2" => $"{random.Next(0, 4)}{Figures(12, random)}",
        "siren" => Siren(random),
        "siret" => Siret(random),
        "siretspaced" => Siret(random).Insert(9, " ").Insert(6, " ").Insert(3, " "),
        "9spaced" => $"{random.Next(1, 8)} {Figures(2, random)} {Figures(2, random)} {Figures(2, random)} {Figures(2, random)}",
        "15imei" => Luhned($"35{Figures(12, random)}"),
        "14other" => Figures(14, random),
        "16other" => Figures(16, random),
        _ => Figures(int.Parse(what, System.Globalization.CultureInfo.InvariantCulture), random),
    };

    private static string Siren(Random random) => Luhned($"{random.Next(3, 10)}{Figures(7, random)}");

    private static string Siret(Random random) => Luhned($"{Siren(random)}000{random.Next(10)}");

    private static string Luhned(string figures) => figures + SpelledNumbers.Luhn(figures);

    private static string Figures(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
}

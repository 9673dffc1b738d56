namespace Pimms.Referrals;

/// <summary>The commune in which a person lives: kept by its INSEE code, typed and shown by its name.</summary>
internal static class Residence
{
    /// <summary>Where a field of a commune is completed from.</summary>
    public const string Suggestions = "/communes?handler=Suggestions&q=";

    private const string Field = $"{nameof(OpenCase.Beneficiary)}.{nameof(BeneficiaryInput.Commune)}";

    /// <summary>The person as typed, with the code of the commune; or the refusal at that field, when it is no commune, or may be several.</summary>
    public static async Task<Result<Beneficiary>> Locate(this ICommuneDirectory communes, BeneficiaryInput typed, CancellationToken ct)
    {
        var person = typed.ToBeneficiary();
        if (person.Commune is not { } text)
            return person;
        var match = (await communes.Recognise([text], ct))[text];
        return match.Found is { } commune ? person with { Commune = commune.Code }
            : match.Candidates.Count == 0 ? Refusal.Of(Field, "Case.CommuneUnknown", text)
            : Refusal.Of(Field, "Case.CommuneAmbiguous", text, string.Join(", ", match.Candidates.Select(candidate => candidate.Written)));
    }

    /// <summary>The commune of a code; by the code alone where nobody knows its name, null for none.</summary>
    public static async Task<CommuneName?> Named(this ICommuneDirectory communes, string? code, CancellationToken ct) =>
        code is null ? null : new(code, (await communes.Names([code], ct)).GetValueOrDefault(code, code));
}

using Microsoft.Playwright;

namespace Pimms.BrowserTests;

/// <summary>What people do again and again on the way of a referral.</summary>
internal static class Doing
{
    /// <summary>What the mediator wrote of the case; no partner reads it.</summary>
    public const string Situation = "Elle élève seule trois enfants et ne dort plus.";

    public const string BirthYear = "1961";

    /// <summary>Presses the primary button of the page's form.</summary>
    public static Task Send(this Window window) => window.Follow(window.Main.Locator("form .btn-primary, form .btn-danger").First);

    /// <summary>The button of a move that is done at once.</summary>
    public static async Task Do(this Window window, string move)
    {
        await window.Follow(window.Main.Locator($"[data-move={move}]"));
        Assert.Equal(200, window.Status);
    }

    /// <summary>The page of a move.</summary>
    public static Task Open(this Window window, string move) => window.Do(move);

    public static async Task Say(this Window window, string text, string visibility)
    {
        await window.Give("Input.Text", text);
        await window.Give("Input.Visibility", visibility);
        await window.Follow(window.Main.Locator("form[action$='/messages'] button"));
        Assert.Equal(200, window.Status);
    }

    public static async Task OpenCase(this Window mediator, string familyName)
    {
        await mediator.Go("/cases/new");
        await mediator.Give("Input.Beneficiary.FamilyName", familyName);
        await mediator.Give("Input.Beneficiary.GivenName", "Yamina");
        await mediator.Give("Input.Beneficiary.BirthDate", $"{BirthYear}-04-02");
        await mediator.Give("Input.Beneficiary.Phone", "06 12 34 56 78");
        await mediator.Give("Input.Beneficiary.Commune", "30189");
        await mediator.Give("Input.Situation", Situation);
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
    }

    public static async Task RecordConsent(this Window mediator, string partner)
    {
        await mediator.Follow(mediator.Main.Locator("a[href$='/consents/new']").First);
        await mediator.Give("Input.Kind", "WrittenMandate");
        await mediator.Give("Input.PartnerIds", DemonstrationId.Of($"partner:{partner}").ToString());
        foreach (var category in (string[])["Identity", "Contact", "Situation", "Documents"])
            await mediator.Give("Input.Categories", category);
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
    }

    public static async Task ChooseProcedure(this Window mediator, string procedure)
    {
        await mediator.Follow(mediator.Main.Locator("a[href$='/referrals/new']").First);
        await mediator.Follow(mediator.Main.Locator($"button[value='{DemonstrationId.Of($"procedure:{procedure}")}']"));
        Assert.EndsWith("/write", mediator.Address, StringComparison.Ordinal);
    }

    /// <summary>A case with a referral that has just been sent to the energy supplier's service solidarité.</summary>
    public static async Task<Guid> SendReferral(this Window mediator, string familyName, string subject)
    {
        await mediator.OpenCase(familyName);
        await mediator.RecordConsent("energie");
        await mediator.ChooseProcedure("energie-etalement");
        await mediator.Give("Input.Subject", subject);
        await mediator.Give("Input.ExpectedOutcome", "Que la situation se débloque.");
        await mediator.Give("Input.Answers.contractNumber", "6004512873");
        await mediator.Give("Input.Answers.amountDue", "300");
        await mediator.Send();
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        return mediator.ReferralHere();
    }

    public static Guid ReferralHere(this Window window) =>
        window.Address.Split('/', '?') is ["", "referrals", var id, ..] && Guid.TryParse(id, out var referral) ? referral : throw new InvalidOperationException($"{window.Address} is no referral.");
}

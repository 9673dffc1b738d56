using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What the check page showed is what is sent: when something else would be, it comes back, says what changed, and nothing is sent.</summary>
public sealed class SendWhatWasShownTests(Platform platform)
{
    private const string Mediator = "mediator.valdegour";
    private readonly Agreements agreements = new(platform);
    private readonly Asking asking = new(platform);
    private readonly Desk desk = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_terms_bring_the_page_back_with_what_changed_and_the_next_sending_goes()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure);
        var draft = await asking.Draft(Mediator, partner, procedure);
        using var mediator = await platform.As(Mediator);
        var check = await mediator.Open($"/referrals/{draft}/check");
        await convention.Do("amendments", convention.Amendment(Agreements.Today, body =>
        {
            body["procedures"] = new[] { Agreements.Promise(procedure, 4, 40) };
            body["disclosedFields"] = new[] { new { field = "address", when = "AtSending" }, new { field = "familyName", when = "AfterAcceptance" } };
        }));

        var again = await check.Submit();
        Assert.Equal((HttpStatusCode.Conflict, ReferralState.Draft), (again.Status, (await desk.Read(draft)).State));
        var said = Said(again);
        Assert.All(
            (string[])["Rien n'est envoyé", "dans sa version 2", "accusé de réception, en jours ouvrés : 4 (auparavant 2)", "Délai de réponse, en jours ouvrés : 40 (auparavant 10)",
                "Adresse : donnée transmise désormais dès l'envoi", "Nom : donnée transmise désormais après", "Téléphone : donnée qui n'est plus transmise"],
            words => Assert.Contains(words, said, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await again.Submit()).Status);
        Assert.Equal((ReferralState.Sent, 2), ((await desk.Read(draft)).State, (await desk.Read(draft)).Terms!.ConventionVersion));
    }

    [Fact]
    public async Task What_another_tab_wrote_into_the_case_brings_the_page_back()
    {
        var (id, draft) = await Ready();
        using var mediator = await platform.As(Mediator);
        var check = await mediator.Open($"/referrals/{draft}/check");
        var view = (await platform.Send(Mediator, new ReadCase(id))).Value;
        await platform.Send(Mediator, new EditCase(id, view.Case.Version, BeneficiaryInput.Of(view.Case.Beneficiary, view.Commune) with { Phone = "06 99 88 77 66", FamilyName = "Autrement" }, "Autre situation.", Agreements.Today.AddDays(9)));

        var again = await check.Submit();
        Assert.Equal((HttpStatusCode.Conflict, ReferralState.Draft), (again.Status, (await desk.Read(draft)).State));
        var said = Said(again);
        Assert.All((string[])["Téléphone : ce que dit le dossier a changé", "Nom : ce que dit le dossier a changé", "L'échéance pour la personne a changé"], words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.Contains("06 99 88 77 66", again.Text, StringComparison.Ordinal);

        await again.Submit();
        Assert.Equal("Autrement", (await platform.Send("agent.energie", new ReadReferral(draft))).Value.Disclosed[Conventions.Contracts.BeneficiaryField.FamilyName]);
    }

    [Fact]
    public async Task A_file_that_came_meanwhile_brings_the_page_back()
    {
        var (_, draft) = await Ready();
        using var mediator = await platform.As(Mediator);
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null((await platform.Send(Mediator, new AttachDocument(draft, Upload.Of("facture.pdf"), Pimms.Referrals.Visibility.Shared))).Refusal);
        var again = await check.Submit();
        Assert.Contains("Les documents joints ne sont plus les mêmes", Said(again), StringComparison.Ordinal);
        Assert.Equal(ReferralState.Draft, (await desk.Read(draft)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("aabb")]
    public async Task A_page_that_does_not_say_what_it_showed_sends_nothing(string shown)
    {
        var (_, draft) = await Ready();
        using var mediator = await platform.As(Mediator);
        var again = await (await mediator.Open($"/referrals/{draft}/check")).Submit([("Input.Shown", shown)]);
        Assert.Equal((HttpStatusCode.Conflict, ReferralState.Draft), (again.Status, (await desk.Read(draft)).State));
        Assert.Contains("Relisez", Said(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_gives_back_holds_no_word_of_the_person()
    {
        var (_, draft) = await Ready();
        using var mediator = await platform.As(Mediator);
        var written = (await mediator.Open($"/referrals/{draft}/check")).Document.QuerySelector("[name='Input.Shown']")!.GetAttribute("value")!;
        Assert.All(written, letter => Assert.InRange(letter, 'a', 'p'));
        var shown = JsonSerializer.Serialize(WhatIsSent.Read(written));
        Assert.Contains("\"Phone\"", shown, StringComparison.Ordinal);
        Assert.All((string[])["Essai", "Lina", "06 01", "Kepler", "Nîmes"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_names_the_version_it_was_told_of_and_is_refused_when_it_is_another()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure);
        var draft = await asking.Draft(Mediator, partner, procedure);
        using var api = await platform.Api(Mediator);
        var channel = await api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/channels?partnerId={partner}&procedureId={procedure}", UriKind.Relative), Ct);
        var told = (await api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/referrals/{draft}", UriKind.Relative), Ct)).GetProperty("conventionVersion").GetInt32();
        Assert.Equal((1, 1), (channel.GetProperty("conventionVersion").GetInt32(), told));
        await convention.Do("amendments", convention.Amendment(Agreements.Today, body => body["retentionMonths"] = 12));

        using var refused = await Send(api, draft, told);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await refused.Problem();
        Assert.Equal(("/problems/terms-changed", 2), (problem.GetProperty("type").GetString(), problem.GetProperty("conventionVersion").GetInt32()));
        Assert.Equal(ReferralState.Draft, (await desk.Read(draft)).State);

        using var sent = await Send(api, draft, 2);
        Assert.Equal(2, (await sent.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("conventionVersion").GetInt32());
    }

    /// <summary>The summary, as it is typed rather than printed.</summary>
    private static string Said(ShownPage page) => page.Document.QuerySelector(".error-summary")!.TextContent.Replace('’', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<(Guid Case, Guid Draft)> Ready()
    {
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        return (id, await desk.Draft(id));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient api, Guid draft, int conventionVersion)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{draft}/send") { Content = JsonContent.Create(new { conventionVersion }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        return await api.SendAsync(request, Ct);
    }
}

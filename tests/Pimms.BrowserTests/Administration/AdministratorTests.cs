using Microsoft.Playwright;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>What an administrator keeps: partners with their forms, conventions, people. Without script, as all of it must work.</summary>
public sealed class AdministratorTests(Platform platform, Chromium chromium)
{
    [Fact]
    public async Task Adds_a_partner_with_a_form_and_signs_suspends_resumes_and_ends_its_convention()
    {
        await using var admin = await chromium.Open(platform, "admin", script: false);
        await AddPartner(admin, "Mutuelle des Costières");
        await WriteForm(admin);
        await Agree(admin, "Mutuelle des Costières");
    }

    [Fact]
    public async Task Deactivates_a_person_whose_next_request_is_refused()
    {
        await using var admin = await chromium.Open(platform, "admin", script: false);
        await using var person = await chromium.Open(platform, "nadia.cherif");
        await person.Go("/cases");
        Assert.Equal(200, person.Status);

        await admin.Go("/people?q=nadia");
        await admin.Follow(admin.Main.Locator("a.row-title").First);
        await admin.Follow(admin.Main.Locator("a[href$='/deactivate']"));
        await admin.Send();
        Assert.Equal(422, admin.Status);
        await admin.Main.Locator("select[name='Input.SuccessorId']").SelectOptionAsync(Guid.Empty.ToString());
        await admin.Send();
        Assert.Equal(200, admin.Status);
        await person.Go("/cases");
        Assert.NotEqual(("/cases", 200), (person.Address, person.Status));
        // A moment later the session has ended too, and the account with it: nobody of that name can sign in.
        var picker = person.Page.Locator("button[name=persona][value='admin']");
        for (var start = TimeProvider.System.GetTimestamp(); await picker.CountAsync() == 0 || await person.Page.Locator("button[name=persona][value='nadia.cherif']").CountAsync() > 0;)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Window.Patience, $"Still at {person.Address}.");
            await Task.Delay(200);
            await person.Go("/cases");
        }

        await admin.Follow(admin.Main.Locator("a[href$='/activate']"));
        await admin.Send();
        await person.SignIn("nadia.cherif");
        await person.Go("/cases");
        Assert.Equal(("/cases", 200), (person.Address, person.Status));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Opens_a_post_where_a_case_is_opened_and_closes_it_again(bool script)
    {
        var name = script ? "Permanence de la gare" : "Permanence du marché";
        await using var admin = await chromium.Open(platform, "admin", script);
        await admin.Go("/posts");
        await admin.Follow(admin.Main.Locator($"a[href='/posts/new?site={DemonstrationId.Of("site:valdegour")}']"));
        await admin.Give("Input.Post.Name", name);
        await admin.Give("Input.Post.Place", "Salle 2");
        await admin.Give("Input.Post.Commune", "30189");
        await admin.Give("Input.Post.Weekday", "Tuesday");
        await admin.Give("Input.Post.Opens", "14:00");
        await admin.Give("Input.Post.Closes", "13:00");
        await admin.Send();
        Assert.Equal(422, admin.Status);
        await admin.Give("Input.Post.Closes", "17:00");
        await admin.Send();
        Assert.Equal(200, admin.Status);

        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await mediator.Go("/cases/new");
        await mediator.Main.GetByLabel(name).First.CheckAsync();
        await mediator.Give("Input.Beneficiary.FamilyName", script ? "Gare" : "Marché");
        await mediator.Give("Input.Beneficiary.GivenName", "Ali");
        await mediator.Give("Input.Situation", "Reçu à la permanence.");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        var its = mediator.Address;
        Assert.Contains(name, await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);

        await admin.Follow(admin.Main.Locator("a.row-title", new() { HasText = name }));
        await admin.Follow(admin.Main.Locator("a[href$='/close']"));
        await admin.Send();
        Assert.DoesNotContain(name, await admin.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Go("/cases/new");
        Assert.Equal(0, await mediator.Main.GetByLabel(name).CountAsync());
        await mediator.Go(its);
        Assert.Contains(name, await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(admin.TakeComplaints().Concat(mediator.TakeComplaints()));
    }

    private static async Task AddPartner(Window admin, string name)
    {
        await admin.Go("/partners/new");
        await admin.Send();
        Assert.Equal(422, admin.Status);
        await admin.Give("Input.Name", name);
        await admin.Give("Input.Kind", "Health");
        await admin.Send();
        await admin.Follow(admin.Main.Locator("a[href$='/units/new']").First);
        await admin.Give("Input.Name", "Fonds de secours");
        await admin.Give("Input.Mailbox", "secours@costieres.example");
        await admin.Give("Input.Instructions", "Joindre la dernière attestation de droits.");
        await admin.Send();
        await admin.Follow(admin.Main.Locator("a[href$='/procedures/new']").First);
        await admin.Give("Input.Title", "Aide exceptionnelle");
        await admin.Send();
        Assert.EndsWith("/form", admin.Address, StringComparison.Ordinal);
    }

    private static async Task WriteForm(Window admin)
    {
        await Ask(admin, 0, "Text", "Numéro d’adhérent");
        await Ask(admin, 1, "Choice", "Nature de la dépense");
        await admin.Give("Input.Fields[1].Choices", "Optique\nDentaire\nHospitalisation");
        await admin.Main.Locator("[name='Input.Fields[1].Required'][type=checkbox]").CheckAsync();
        await Ask(admin, 2, "Money", "Reste à charge");
        // The last question to the front: what is typed elsewhere stays.
        await admin.Follow(admin.Main.Locator("button[value='up:2']"));
        Assert.Equal("Reste à charge", await admin.Main.Locator("[name='Input.Fields[1].Label']").InputValueAsync());
        Assert.Equal("Nature de la dépense", await admin.Main.Locator("[name='Input.Fields[2].Label']").InputValueAsync());
        Assert.Contains("Dentaire", await admin.Main.Locator("[name='Input.Fields[2].Choices']").InputValueAsync(), StringComparison.Ordinal);
        await admin.Shoot("tour form builder");
        await admin.Follow(admin.Main.Locator("button[value=save]"));
        Assert.Equal(200, admin.Status);
        Assert.Contains("Aide exceptionnelle", await admin.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Ask(Window admin, int number, string type, string label)
    {
        await admin.Give("Added", type);
        await admin.Follow(admin.Main.Locator("button[value=add]"));
        await admin.Give($"Input.Fields[{number}].Label", label);
    }

    private static async Task Agree(Window admin, string partner)
    {
        await admin.Go("/conventions/new");
        await admin.Main.Locator("[name=PartnerId]").SelectOptionAsync(new SelectOptionValue { Label = partner });
        await admin.Send();
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        await admin.Give("Input.Reference", "2026-77");
        await admin.Give("Input.Title", "Convention de secours");
        await admin.Give("Input.Purpose", "Répondre vite aux dépenses de santé qui ne peuvent attendre.");
        await admin.Give("Input.StartsOn", $"{today.AddMonths(-1):yyyy-MM-dd}");
        await admin.Give("Input.EndsOn", $"{today.AddYears(1):yyyy-MM-dd}");
        await admin.Send();
        await admin.Give("Input.Communes", "Nîmes");
        await admin.Send();
        await admin.Main.Locator("[name='Input.Procedures[0].Covered'][type=checkbox]").CheckAsync();
        await admin.Give("Input.Procedures[0].AcknowledgeWithinDays", "2");
        await admin.Give("Input.Procedures[0].AnswerWithinDays", "1");
        await admin.Send();
        Assert.Equal(422, admin.Status);
        Assert.Equal("2", await admin.Main.Locator("[name='Input.Procedures[0].AcknowledgeWithinDays']").InputValueAsync());
        await admin.Give("Input.Procedures[0].AnswerWithinDays", "10");
        await admin.Send();
        await admin.Give("Input.LegalBasis", "Mission d’intérêt public.");
        await admin.Send();
        await admin.Send();
        await Is(admin, "Draft");

        await admin.Follow(admin.Main.Locator("a[href$='/activate']"));
        await admin.Give("Input.SignedOn", $"{today.AddDays(-30):yyyy-MM-dd}");
        await admin.Give("Input.Signatories[0].Name", "Hélène Marty");
        await admin.Give("Input.Signatories[0].Capacity", "présidente");
        await admin.Send();
        await Is(admin, "Active");
        await admin.Follow(admin.Main.Locator("a[href$='/suspend']"));
        await admin.Give("Input.Reason", "Le fonds est épuisé jusqu’au prochain conseil.");
        await admin.Send();
        await Is(admin, "Suspended");
        await admin.Follow(admin.Main.Locator("a[href$='/resume']"));
        await admin.Send();
        await Is(admin, "Active");
        await admin.Follow(admin.Main.Locator("a[href$='/end']"));
        await admin.Give("Input.EndsOn", $"{today:yyyy-MM-dd}");
        await admin.Give("Input.Reason", "La mutuelle fusionne.");
        await admin.Send();
        Assert.Equal(200, admin.Status);
        Assert.Contains("La mutuelle fusionne.", await admin.Main.InnerTextAsync(), StringComparison.Ordinal);
        await admin.Shoot("tour convention ended");
    }

    private static async Task Is(Window admin, string state)
    {
        Assert.Equal(200, admin.Status);
        Assert.Equal(admin.Text[$"ConventionState.{state}"], (await admin.Main.Locator(".lede .state").First.InnerTextAsync()).Trim());
    }
}

using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A procedure that requires a document: asked for, tied to its file, and refused without.</summary>
public sealed class RequiredDocumentsTests
{
    private const string Bill = "Dernière facture";

    [Fact]
    public async Task A_referral_is_sent_only_with_the_document_that_its_procedure_requires()
    {
        await using var platform = await Platform.Start(new());
        using var admin = await platform.As("admin");
        await (await admin.Open($"/procedures/{DemonstrationId.Of("procedure:energie-etalement")}/form")).Submit([("Input.RequiredDocuments", Bill)], button: "[value=save]");
        var desk = new Desk(platform);
        var its = await desk.OpenCase();
        await desk.Consent(its, "energie");
        var draft = await desk.Draft(its);
        using var mediator = await platform.As("mediator.valdegour");

        var refused = await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision));
        Assert.Equal(("RequiredDocuments[0]", "Document.RequiredMissing"), (refused.Refusal!.Errors.Single().Field, refused.Refusal.Errors.Single().Message));
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Contains($"Pièces à joindre avant l’envoi : {Bill}", check.Text, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("main form button.btn-primary"));
        Assert.NotNull((await mediator.Open($"/referrals/{draft}/documents")).Document.QuerySelector($"[name='Input.Requirement'][value='{Bill}'][checked]"));

        // Another file, and one that the partner would not see, do not stand for it.
        await Attach(platform, draft, Visibility.Shared, null);
        await Attach(platform, draft, Visibility.OwnSide, Bill);
        Assert.NotNull((await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision))).Refusal);
        await Attach(platform, draft, Visibility.Shared, Bill);
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision))).Refusal);
    }

    private static async Task Attach(Platform platform, Guid draft, Visibility visibility, string? requirement) =>
        Assert.Null((await platform.Send("mediator.valdegour", new AttachDocument(draft, Upload.Of("facture.pdf"), visibility, requirement))).Refusal);
}

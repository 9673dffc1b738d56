namespace Pimms.Referrals;

/// <summary>
/// Files go before the answers, each as an attachment of its own: one that is taken stays with its item when something else is refused.
/// </summary>
[Permission(ReferralsPermissions.WorkOnCases), TakesFiles(Referral.MostDocuments)]
internal sealed class ProvideInformationPage(IMediator mediator, Texts texts) : ActPage(mediator)
{
    [BindProperty]
    public ProvideInformation Input { get; set; } = new(default, 0, null, null);

    /// <summary>Whether the person agreed that the partner gets files.</summary>
    public bool FilesMayGo { get; private set; }

    /// <summary>What the case has.</summary>
    public IReadOnlyList<CaseFile> CaseFiles { get; private set; } = [];

    /// <summary>The fields of each item, by what was asked for.</summary>
    public IReadOnlyDictionary<string, string> Labels => (
        from item in Referral.InformationItems.Index()
        from control in (string[])["Answer", "File", "CaseFileId", "WhyNot"]
        select KeyValuePair.Create($"{NameOf(item.Index)}.{control}", item.Item.Label)).ToDictionary();

    /// <summary>What the controls of an item begin with.</summary>
    public static string NameOf(int item) => $"Input.Items[{item}]";

    protected override Move? Move => Referrals.Move.ProvideInformation;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        foreach (var (index, item) in (Input.Items ?? []).Index())
            await Attach(id, item.Id, NameOf(index), ct);
        return await SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "ProvideInformation.Done", ct);
    }

    protected override async Task Prepare(CancellationToken ct)
    {
        FilesMayGo = (await Mediator.Send(new FilesMayGo(Referral.Id), ct)).Value;
        CaseFiles = (await Mediator.Send(new CaseFilesFor(Referral.Id), ct)).Value;
    }

    private async Task Attach(Guid id, Guid item, string name, CancellationToken ct)
    {
        if (!Request.HasFormContentType)
            return;
        foreach (var file in Request.Form.Files.GetFiles($"{name}.File"))
            await Attach(new(id, file, Visibility.Shared, ItemId: item), $"{name}.File", why => texts["ProvideInformation.FileRefused", file.FileName, why], ct);
        if (Guid.TryParse(Request.Form[$"{name}.CaseFileId"], out var kept))
            await Attach(new(id, null, Visibility.Shared, ItemId: item, CaseFileId: kept), $"{name}.CaseFileId", why => why, ct);
    }

    private async Task Attach(AttachDocument command, string control, Func<string, string> say, CancellationToken ct)
    {
        foreach (var error in (await Mediator.Send(command, ct)).Refusal?.Errors ?? [])
            ModelState.AddModelError(control, say(error.InWords(texts)));
    }
}

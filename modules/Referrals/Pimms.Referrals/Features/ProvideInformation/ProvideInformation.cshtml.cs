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

    /// <summary>The fields of each item, by what was asked for.</summary>
    public IReadOnlyDictionary<string, string> Labels => (
        from item in Referral.InformationItems.Index()
        from control in (string[])["Answer", "File", "WhyNot"]
        select KeyValuePair.Create($"{NameOf(item.Index)}.{control}", item.Item.Label)).ToDictionary();

    /// <summary>What the controls of an item begin with.</summary>
    public static string NameOf(int item) => $"Input.Items[{item}]";

    protected override Move? Move => Referrals.Move.ProvideInformation;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        foreach (var (index, item) in (Input.Items ?? []).Index())
            await Attach(id, item.Id, $"{NameOf(index)}.File", ct);
        return await SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "ProvideInformation.Done", ct);
    }

    protected override async Task Prepare(CancellationToken ct) => FilesMayGo = (await Mediator.Send(new FilesMayGo(Referral.Id), ct)).Value;

    private async Task Attach(Guid id, Guid item, string field, CancellationToken ct)
    {
        foreach (var file in Request.HasFormContentType ? Request.Form.Files.GetFiles(field) : [])
        {
            var attached = await Mediator.Send(new AttachDocument(id, file, Visibility.Shared, ItemId: item), ct);
            foreach (var error in attached.Refusal?.Errors ?? [])
                ModelState.AddModelError(field, texts["ProvideInformation.FileRefused", file.FileName, error.InWords(texts)]);
        }
    }
}

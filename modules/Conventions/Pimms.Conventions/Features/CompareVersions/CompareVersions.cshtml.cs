namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Read)]
internal sealed class CompareVersionsPage(IMediator mediator) : PageModel
{
    public VersionsCompared Compared { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken ct) => this.Show(mediator.Send(new CompareVersions(id, number), ct), compared => Compared = compared);
}

namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class TermsCalendarPage(IMediator mediator) : PageModel
{
    public TermsCalendarView Calendar { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new TermsCalendar(), ct), view => Calendar = view);

    /// <summary>A review is looked for where reviews are; all else in the convention.</summary>
    public static string AddressOf(TermDay day) => $"/conventions/{day.ConventionId}{(day.Kind == TermDayKind.ReviewDue ? "/reviews" : "")}";
}

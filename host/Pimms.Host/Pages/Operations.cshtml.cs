using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>How the platform runs, and the messages that wait for a person to look at them.</summary>
[Permission(PlatformPermissions.Operate)]
internal sealed class OperationsPage(IMediator mediator, HealthCheckService health, Texts texts) : PageModel
{
    [BindProperty]
    public ReplayMessages Input { get; set; } = new(null as Guid?);

    public HealthReport Health { get; private set; } = default!;

    public IReadOnlyList<SetAsideMessage> SetAside { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Health = await health.CheckHealthAsync(ct);
        return await this.Show(mediator.Send(new SetAsideMessages(), ct), found => SetAside = found);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input, then: "/operations", again: () => OnGetAsync(ct), ct).ThenNotify(this, "Operations.Replayed");

    /// <summary>What there is to say beside the state; a reason for a failure is for the log.</summary>
    public string? InWords(HealthReportEntry entry) =>
        entry.Data.TryGetValue(OutboxHealth.Waiting, out var waiting) ? texts.Count("Operations.Waiting", (long)waiting) : null;

    public static Tone ToneOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Tone.Done,
        HealthStatus.Degraded => Tone.Wait,
        _ => Tone.Late,
    };
}

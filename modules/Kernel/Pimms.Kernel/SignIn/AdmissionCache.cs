using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>Asks <see cref="IAdmission"/> at each request, or remembers its answer for at most 2 seconds.</summary>
public sealed class AdmissionCache(IServiceScopeFactory scopes)
{
    private readonly BriefCache<(string Subject, string Roles, string? PartnerId), CurrentUser> admitted = new();
    private readonly BriefCache<string, bool> journaled = new();

    /// <summary>The next request of this person asks again. To be called, after the commit, by whoever changes what a person may do.</summary>
    public void Forget(string subject) => admitted.ForgetWhere((key, _) => key.Subject == subject);

    internal async Task<CurrentUser?> Admit(ClaimsPrincipal principal, CancellationToken ct)
    {
        var subject = principal.FindFirstValue(SignInClaims.Subject)!;
        var roles = principal.FindAll(SignInClaims.Role).Select(claim => claim.Value).ToArray();
        var partnerId = principal.FindFirstValue(SignInClaims.PartnerId);
        var key = (subject, string.Join(' ', roles), partnerId);
        if (admitted.TryGet(key, out var known))
            return known;

        var user = await Ask(subject, roles, partnerId, principal.FindFirstValue(SignInClaims.VerifiedEmail), ct);
        // A refusal is not remembered: the person may be let in this very moment.
        if (user is not null)
            admitted.Set(key, user);
        return user;
    }

    /// <summary>Somebody came with a valid token and was not let in: whose account it was. A program that insists is written down every 2 seconds only.</summary>
    private void WriteDown(Journal journal, string subject)
    {
        if (journaled.TryGet(subject, out _))
            return;
        journaled.Set(subject, true);
        journal.Act = "RefuseSignIn";
        journal.Saw("sign-in", Guid.TryParse(subject, out var account) ? [account] : []);
    }

    private async Task<CurrentUser?> Ask(string subject, string[] roles, string? partnerId, string? verifiedEmail, CancellationToken ct)
    {
        // A scope of its own: the request's own one must not know anybody before this is answered.
        await using var scope = scopes.CreateAsyncScope();
        var work = CurrentUser.System("sign-in");
        scope.ServiceProvider.GetRequiredService<Caller>().User = work;
        await using var transaction = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(work, ct);
        var admission = scope.ServiceProvider.GetRequiredService<IAdmission>();
        var user = await admission.Admit(subject, roles, partnerId, ct);
        if (user is null && verifiedEmail is not null)
        {
            await admission.Recognise(subject, verifiedEmail, partnerId, ct);
            user = await admission.Admit(subject, roles, partnerId, ct);
        }
        if (user is null)
            WriteDown(scope.ServiceProvider.GetRequiredService<Journal>(), subject);
        await transaction.Commit(ct);
        return user;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Pimms.Referrals;

[OpenToAll("The person helped has no account: the code of its receipt and its birth date open where the case stands, and nothing else.")]
[IgnoreAntiforgeryToken]
[AskedWithoutAccount]
[ResponseCache(NoStore = true)]
internal sealed class FollowCasePage(IMediator mediator, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "birthDate")]
    public DateOnly? BirthDate { get; set; }

    [BindProperty(SupportsGet = true, Name = "language")]
    public string? Spoken { get; set; }

    public PrintLanguage Language => PrintLanguage.Of(Spoken);

    /// <summary>Where each referral stands; null until code and date have opened it.</summary>
    public IReadOnlyList<Standing>? Standings { get; private set; }

    public void OnGet() => KeepToOneself();

    public async Task OnPostAsync(CancellationToken ct)
    {
        KeepToOneself();
        // What a browser could not read as a date is as good as none.
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Code))
            Refuse("code", "Follow.CodeMissing", StatusCodes.Status422UnprocessableEntity);
        if (BirthDate is null)
            Refuse("birthDate", "Follow.BirthDateMissing", StatusCodes.Status422UnprocessableEntity);
        if (!ModelState.IsValid)
            return;

        var followed = (await mediator.Send(new FollowCase(Code, BirthDate, HttpContext.Connection.RemoteIpAddress), ct)).Value;
        Standings = followed.Standings;
        if (followed.MustWait)
        {
            Refuse("", "Follow.Wait", StatusCodes.Status429TooManyRequests);
            Response.Headers.RetryAfter = ((int)FollowTries.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        else if (Standings is null)
            Refuse("", "Follow.Unknown", StatusCodes.Status422UnprocessableEntity);
    }

    private void Refuse(string field, string message, int status)
    {
        ModelState.AddModelError(field, texts.In(Language)[message, (int)FollowTries.Wait.TotalMinutes]);
        Response.StatusCode = status;
    }

    /// <summary>No search engine keeps it, and no other site learns from where one comes: the code may stand in the address.</summary>
    private void KeepToOneself()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
    }
}

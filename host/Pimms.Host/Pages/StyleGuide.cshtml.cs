using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>Every building block in every state, for eyes, screenshots and axe. Its samples are no texts of the product.</summary>
[OpenToAll("Samples only, and only in development.")]
internal sealed class StyleGuidePage(IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Sample Input { get; set; } = default!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Dates.DayOf(Now);

    public IReadOnlyList<Choice> Units { get; } = [new("a", "Service solidarité"), new("b", "Service facturation"), new("c", "Raccordement")];

    public IReadOnlyList<Choice> Partners { get; } = [new("e", "Énergie", "Nom, prénom, téléphone ; adresse après prise en charge."), new("w", "Eau"), new("t", "Transports")];

    public IActionResult OnGet(bool wrong)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Input = new Sample("Plan d’apurement sur 6 mois et suspension de la coupure", "60 045 128", 412.8m, Today.AddDays(4), Role.Mediator, "b", ["e"], true, "Appel du 12 novembre au service client.");
        if (wrong)
            Refuse();
        return Page();
    }

    public IActionResult OnPost(bool draft)
    {
        if (!environment.IsDevelopment())
            return NotFound();
        if (draft)
        {
            this.Notify("Guide.Kept", "10 h 42");
            return RedirectToPage();
        }

        Refuse();
        return Page();
    }

    private void Refuse()
    {
        ModelState.AddModelError("Input.Reference", "Il manque 2 chiffres.");
        ModelState.AddModelError("Input.Role", "Field.Missing");
        ModelState.AddModelError("Input.Partners", "Choisissez au moins un partenaire.");
        ModelState.AddModelError("Input.Unit", "Field.Missing");
        ModelState.AddModelError("answers.index", "Field.NotANumber");
    }

    internal sealed record Sample([property: OneLine] string Outcome, [property: OneLine] string Reference, decimal? Amount, DateOnly? Deadline, Role? Role, string? Unit, [MaxLength(3)] string[]? Partners, bool Agreed, string Tried);
}

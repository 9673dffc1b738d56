namespace Pimms.Partners;

/// <summary>The association finds all partners there, a partner itself.</summary>
internal sealed class PartnersMenu : IMenu
{
    private const int Order = 40;

    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) => Task.FromResult<IReadOnlyList<MenuItem>>(user switch
    {
        { Side: Side.Association } => [new MenuItem("Menu.Partners", "/partners", Order)],
        { PartnerId: { } own } => [new MenuItem("Menu.OwnPartner", $"/partners/{own}", Order)],
        _ => [],
    });
}

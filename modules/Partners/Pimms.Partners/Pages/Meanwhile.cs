namespace Pimms.Partners;

/// <summary>A page that is shown again because somebody else changed the thing meanwhile.</summary>
internal static class Meanwhile
{
    /// <summary>Whether that is why it is shown.</summary>
    public static bool ChangedMeanwhile(this PageModel page) => page.ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    /// <summary>The version that the next attempt is based on: what the page shows now, once the person has been told; until then what it saw.</summary>
    public static uint VersionToSend(this PageModel page, uint seen, uint current) => seen == 0 || page.ChangedMeanwhile() ? current : seen;
}

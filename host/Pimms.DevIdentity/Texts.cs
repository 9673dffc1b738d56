using System.Globalization;
using System.Resources;

namespace Pimms.DevIdentity;

internal static class Texts
{
    private static readonly ResourceManager Resources = new("Pimms.DevIdentity.Texts", typeof(Texts).Assembly);

    public static string Text(string key) => Resources.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}

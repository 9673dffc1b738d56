using System.Globalization;

namespace Pimms.UnitTests;

/// <summary>Until disposed, the interface speaks this language.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public InLanguage(string name) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}

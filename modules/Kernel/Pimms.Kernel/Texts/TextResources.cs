using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>Reads the embedded <c>Texts.resx</c> (French), <c>Texts.en.resx</c> and those of the <see cref="PrintLanguage"/>s of assemblies into <see cref="Texts"/>.</summary>
public static class TextResources
{
    /// <summary>The language that every text exists in.</summary>
    public static CultureInfo Neutral { get; } = CultureInfo.GetCultureInfo("fr");

    /// <summary>The languages of the interface, the first one first.</summary>
    public static ImmutableArray<CultureInfo> Languages { get; } = [Neutral, CultureInfo.GetCultureInfo("en")];

    /// <summary>Registers <see cref="Texts"/> with those of the kernel and of the assemblies, and <see cref="Dates"/>.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, IEnumerable<Assembly> assemblies) =>
        services.AddSingleton(Read(assemblies)).AddSingleton<Dates>();

    /// <summary>Reads the texts of the kernel and of the assemblies; those without any are passed over.</summary>
    /// <exception cref="InvalidOperationException">Two assemblies have the same key.</exception>
    public static Texts Read(IEnumerable<Assembly> assemblies)
    {
        Assembly[] sources = [.. assemblies.Append(typeof(Texts).Assembly).Distinct()];
        var languages = Languages.Select(language => language.Name).Union(PrintLanguage.All.Select(language => language.Code));
        return new Texts(languages.ToFrozenDictionary(code => code, code => Merge(sources, CultureInfo.GetCultureInfo(code))));
    }

    private static FrozenDictionary<string, CompositeFormat> Merge(IEnumerable<Assembly> assemblies, CultureInfo language)
    {
        var texts = new Dictionary<string, (string Text, Assembly From)>();
        foreach (var assembly in assemblies)
        {
            foreach (var (key, text) in Entries(assembly, language))
            {
                if (!texts.TryAdd(key, (text, assembly)))
                    throw new InvalidOperationException($"The text '{key}' is both in {texts[key].From.GetName().Name} and in {assembly.GetName().Name}.");
            }
        }

        return texts.ToFrozenDictionary(entry => entry.Key, entry => CompositeFormat.Parse(Typography.Set(entry.Value.Text, language)));
    }

    private static IEnumerable<(string Key, string Text)> Entries(Assembly assembly, CultureInfo language)
    {
        var name = $"{assembly.GetName().Name}.Texts";
        if (assembly.GetManifestResourceInfo($"{name}.resources") is null)
            return [];

        // The neutral texts lie in the assembly itself, which the resource manager knows as the invariant culture.
        var culture = language.Equals(Neutral) ? CultureInfo.InvariantCulture : language;
        var set = new ResourceManager(name, assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return set is null ? [] : set.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string)entry.Value!));
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Pimms.Kernel;

/// <summary>How pages are found, and how forms are understood.</summary>
public static class PagesSetup
{
    /// <summary>Razor Pages of the host (<c>/Pages</c>) and of the modules (<c>/Features/…</c>), with forms that understand what people write.</summary>
    public static IMvcBuilder AddPages(this IServiceCollection services)
    {
        // Accents stay as they are: only what HTML needs is encoded.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddScoped<Menus>();
        return services.AddRazorPages(pages => pages.RootDirectory = "/").AddMvcOptions(Understand);
    }

    private static void Understand(MvcOptions options)
    {
        options.Filters.Add<ShowUnfitForm>();
        options.Filters.Add<RefuseUnknownHandler>();
        options.Filters.Add<ReadInOneTransaction>();
        options.Filters.Add<ShowKeptForm>();
        // Required or not is the validators' to say, in words of ours.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new TypedBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new EmptyTexts());
        Speak(options.ModelBindingMessageProvider);
    }

    /// <summary>The framework's own messages become text keys, as the validators' are.</summary>
    private static void Speak(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "Field.Invalid");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Field.Invalid");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Field.Invalid");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Field.Invalid");
        messages.SetValueIsInvalidAccessor(_ => "Field.Invalid");
        messages.SetValueMustBeANumberAccessor(_ => "Field.NotANumber");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Field.NotANumber");
        messages.SetValueMustNotBeNullAccessor(_ => "Field.Missing");
        messages.SetMissingBindRequiredValueAccessor(_ => "Field.Missing");
        messages.SetMissingKeyOrValueAccessor(() => "Field.Missing");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Field.Missing");
    }
}

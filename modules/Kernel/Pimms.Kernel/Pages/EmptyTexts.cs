using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Pimms.Kernel;

/// <summary>An empty field of a form is an empty text where the command says <c>string</c>, and no text where it says <c>string?</c>.</summary>
internal sealed class EmptyTexts : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && IsNeverNull(context.Key))
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }

    private static bool IsNeverNull(ModelMetadataIdentity key)
    {
        var nullability = new NullabilityInfoContext();
        var state = key.ParameterInfo is { } parameter ? nullability.Create(parameter).WriteState
            : key.PropertyInfo is { } property ? nullability.Create(property).ReadState
            : NullabilityState.Unknown;
        return state == NullabilityState.NotNull;
    }
}

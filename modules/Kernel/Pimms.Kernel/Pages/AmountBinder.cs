using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Pimms.Kernel;

/// <summary>Understands amounts as people write them: <c>1 412,80 €</c>, <c>412.8</c>. At most two decimals: <c>1.412</c> could mean two things, so it is refused.</summary>
public sealed partial class AmountBinder : IModelBinder
{
    /// <summary>Reads an amount in euros.</summary>
    /// <returns>Null when it is not one.</returns>
    public static decimal? Read(string text)
    {
        var figures = Ignored().Replace(text, "").Replace(',', '.');
        return Amount().IsMatch(figures) && decimal.TryParse(figures, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        if (string.IsNullOrWhiteSpace(sent.FirstValue))
            bindingContext.Result = ModelBindingResult.Success(bindingContext.ModelMetadata.IsReferenceOrNullableType ? null : 0m);
        else if (Read(sent.FirstValue) is { } amount)
            bindingContext.Result = ModelBindingResult.Success(amount);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Field.NotMoney");
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"[\s\u00a0\u202f€]")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,2})?$")]
    private static partial Regex Amount();
}

internal sealed class AmountBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new AmountBinder() : null;
}

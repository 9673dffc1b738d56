using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Pimms.Kernel;

/// <summary>Binds a field by the one reader of its type, whatever language the page speaks: the framework's own would take 02/04 for the fourth of February in English.</summary>
/// <param name="read">The reader; null for what is none.</param>
/// <param name="refusal">The text key at the field.</param>
/// <param name="empty">What an empty field is, where it cannot be nothing.</param>
internal sealed class TypedBinder(Func<string?, object?> read, string refusal, object? empty) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        if (string.IsNullOrWhiteSpace(sent.FirstValue) && (bindingContext.ModelMetadata.IsReferenceOrNullableType || empty is not null))
            bindingContext.Result = ModelBindingResult.Success(bindingContext.ModelMetadata.IsReferenceOrNullableType ? null : empty);
        else if (read(sent.FirstValue) is { } value)
            bindingContext.Result = ModelBindingResult.Success(value);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, refusal);
        return Task.CompletedTask;
    }
}

internal sealed class TypedBinderProvider : IModelBinderProvider
{
    private static readonly TypedBinder Amount = new(typed => Amounts.Read(typed), "Field.NotMoney", 0m);
    private static readonly TypedBinder Day = new(typed => Days.Read(typed), "Field.NotADay", null);
    private static readonly TypedBinder Whole = new(typed => WholeNumbers.Read(typed) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null, "Field.NotANumber", null);

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(decimal) ? Amount : type == typeof(DateOnly) ? Day : type == typeof(int) ? Whole : null;
    }
}

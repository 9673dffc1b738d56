namespace Pimms.Partners;

/// <summary>With which control a question is answered.</summary>
internal static class FormLooks
{
    private const int ScannableAtOnce = 8;

    public static string ControlOf(FormField field) => field.Type switch
    {
        FormFieldType.LongText => "textarea",
        FormFieldType.WholeNumber => "number",
        FormFieldType.Money => "money",
        FormFieldType.Date => "date",
        FormFieldType.Choice => field.Choices.Count <= ScannableAtOnce ? "radios" : "select",
        FormFieldType.YesNo => "radios",
        _ => "text",
    };
}

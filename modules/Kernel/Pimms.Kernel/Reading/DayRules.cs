using FluentValidation;

namespace Pimms.Kernel;

/// <summary>What validators ask of days.</summary>
public static class DayRules
{
    /// <summary>A day between two years, both included; the refusal says them.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> Between<T>(this IRuleBuilder<T, DateOnly?> rule, int firstYear, int lastYear) =>
        rule.Must(day => day is null || (day.Value.Year >= firstYear && day.Value.Year <= lastYear)).WithMessage("Field.DayOutside").WithState(_ => new object?[] { firstYear, lastYear });
}

namespace Pimms.Referrals;

/// <summary>Which days a person's own deadline can be: it stands above all other work, so a slip of the finger there misleads everybody.</summary>
internal static class HarmDays
{
    private const int YearsBack = 1;
    private const int YearsAhead = 5;

    public static bool IsPlausible(DateOnly? day, DateOnly today) => day is null || (day >= today.AddYears(-YearsBack) && day <= today.AddYears(YearsAhead));

    /// <summary>The first and the last day that are taken, as the refusal says them.</summary>
    public static object?[] Span(DateOnly today) => [today.AddYears(-YearsBack), today.AddYears(YearsAhead)];

    /// <summary>Why a deadline that was written anew is not taken; a past one is, once somebody says that it is meant.</summary>
    public static Refusal? Refuse(DateOnly? day, bool confirmed, DateOnly today) =>
        !IsPlausible(day, today) ? Refusal.Of(nameof(OpenCase.HarmDate), "Case.HarmDateOutside", Span(today))
        : day < today && !confirmed ? Refusal.Of(nameof(OpenCase.HarmDate), "Case.HarmDatePast") : null;
}

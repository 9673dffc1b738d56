namespace Pimms.Conventions;

/// <summary>The review that is under way with the energy supplier: the running year up to today, with a first word of the association's.</summary>
internal static class DemonstrationReview
{
    public static Review Of(Convention convention, CurrentUser by, DateTimeOffset now)
    {
        var today = WorkingCalendar.DayOf(now);
        var year = ReviewPeriods.Begun(convention.StartsOn, convention.EndsOn, today).Last();
        var review = Review.Open(convention, year.From, year.To < today ? year.To : today, by, now.AddDays(-6), DemonstrationId.Of("review:energie"));
        review.Say("Merci de relire les délais avant notre réunion : les accusés de réception de novembre ont souffert de l’absence d’un agent.", by, now.AddDays(-5));
        return review;
    }
}

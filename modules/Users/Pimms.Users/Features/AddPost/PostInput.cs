using System.Text.RegularExpressions;

namespace Pimms.Users;

/// <summary>A post as typed; both adding and editing take it.</summary>
internal sealed partial record PostInput
{
    [OneLine]
    public string? Name { get; init; }

    [OneLine]
    public string? Place { get; init; }

    [OneLine]
    public string? Commune { get; init; }

    public DayOfWeek? Weekday { get; init; }

    public TimeOnly? Opens { get; init; }

    public TimeOnly? Closes { get; init; }

    /// <summary>An INSEE code: five characters, Corsica's with a letter.</summary>
    [GeneratedRegex("^([0-9]{2}|2[AB])[0-9]{3}$")]
    public static partial Regex CommuneShape { get; }

    /// <summary>The days as they are chosen: the week begins on Monday.</summary>
    public static IEnumerable<Choice> Weekdays(Texts texts) =>
        Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7).Select(day => new Choice(day.ToString(), texts.Of(day)));

    public static PostInput Of(OutreachPost post) => new() { Name = post.Name, Place = post.Place, Commune = post.Commune, Weekday = post.Weekday, Opens = post.Opens, Closes = post.Closes };

    public PostHours ToHours() => new(Name!.Trim(), Place!.Trim(), Commune!.Trim(), Weekday!.Value, Opens!.Value, Closes!.Value);
}

internal sealed class PostInputValidator : AbstractValidator<PostInput>
{
    public PostInputValidator()
    {
        RuleFor(post => post.Name).NotEmpty().WithMessage("Post.NameMissing").MaximumLength(100).WithMessage("Post.TooLong");
        RuleFor(post => post.Place).NotEmpty().WithMessage("Post.PlaceMissing").MaximumLength(200).WithMessage("Post.TooLong");
        RuleFor(post => post.Commune).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Post.CommuneMissing").Matches(PostInput.CommuneShape).WithMessage("Post.CommuneShape");
        RuleFor(post => post.Weekday).Cascade(CascadeMode.Stop).NotNull().WithMessage("Post.WeekdayMissing").IsInEnum().WithMessage("Post.WeekdayMissing");
        RuleFor(post => post.Opens).NotNull().WithMessage("Post.OpensMissing");
        RuleFor(post => post.Closes).Cascade(CascadeMode.Stop).NotNull().WithMessage("Post.ClosesMissing")
            .GreaterThan(post => post.Opens).When(post => post.Opens is not null, ApplyConditionTo.CurrentValidator).WithMessage("Post.ClosesTooEarly");
    }
}

using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>Every route and endpoint of the running host × everybody. What is expected comes from the permission table and from who owns what.</summary>
public sealed class MatrixTests(Matrix matrix, ITestOutputHelper output) : IClassFixture<Matrix>
{
    [Fact]
    public void Every_route_states_its_permission_or_why_it_is_open() =>
        Nothing(matrix.Routes.Where(route => route.States != 1).Select(route => $"{route} states {route.States}"));

    [Fact]
    public void Every_parameter_and_every_body_is_known_to_this_test()
    {
        Nothing(matrix.Routes.SelectMany(route => route.Parameters.Where(parameter => matrix.Subjects.ValueOf(parameter) is null).Select(parameter => $"{route}: what is {parameter}?")));
        Nothing(matrix.Guarded.Where(route => route.IsApi && route.Method is "POST" or "PUT" && route.IsApi && Bodies.For(route) is null).Select(route => $"{route}: which body?"));
    }

    [Fact]
    public void Nobody_is_sent_to_sign_in_or_told_to_bring_a_token() =>
        Nothing(from answer in Of("") where !(answer.Route.IsApi ? answer.Status == HttpStatusCode.Unauthorized : answer.Status == HttpStatusCode.Redirect && answer.Location!.StartsWith("/sign-in?", StringComparison.Ordinal)) select $"{answer}");

    [Fact]
    public void A_role_without_the_permission_is_forbidden() =>
        Nothing(from answer in Signed where !matrix.MayByRole(answer.Route, answer.Visitor) && answer.Status != HttpStatusCode.Forbidden select $"{answer}");

    [Fact]
    public void What_is_not_yours_does_not_exist() =>
        Nothing(from answer in Signed where matrix.MayByRole(answer.Route, answer.Visitor) && !matrix.ExistsFor(answer.Route, answer.Visitor) && answer.Status != HttpStatusCode.NotFound select $"{answer}");

    [Fact]
    public void What_is_yours_is_there() =>
        Nothing(from answer in Signed
                where matrix.MayByRole(answer.Route, answer.Visitor) && matrix.ExistsFor(answer.Route, answer.Visitor)
                    && (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound || (answer.Route.Method == "GET" && answer.Status is HttpStatusCode.BadRequest && !answer.Route.IsApi))
                select $"{answer}");

    [Fact]
    public void Nothing_breaks() =>
        Nothing((from answer in matrix.Answers where answer.Real.Status >= HttpStatusCode.InternalServerError select $"{answer.Real}").Concat(matrix.Platform.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));

    [Fact]
    public void A_foreign_id_is_answered_byte_for_byte_as_one_that_nobody_has() =>
        Nothing(from pair in matrix.Answers where pair.Unknown is not null && pair.Real.Whole != pair.Unknown.Whole select $"{pair.Real}, unknown {(int)pair.Unknown!.Status}: {Difference(pair.Real.Whole, pair.Unknown.Whole)}");

    [Fact]
    public async Task No_answer_to_anybody_holds_anything_of_a_case_or_referral_that_is_not_theirs()
    {
        var markers = await Markers.Of(matrix.Platform);
        Nothing(from answer in matrix.Answers.Select(pair => pair.Real)
                from marker in Markers.In(answer.Source, markers.ForeignTo(matrix.Users[answer.Visitor]).Except(matrix.Routes.Count == 0 ? [] : Asked()))
                select $"{answer} holds {marker}");
    }

    [Fact]
    public async Task The_leak_test_would_see_a_leak()
    {
        // The same markers, looked for in answers to those whose they are: otherwise the test above could never fail.
        var markers = await Markers.Of(matrix.Platform);
        foreach (var visitor in (string[])["mediator.valdegour", "agent.energie"])
            Assert.NotEmpty(Of(visitor).SelectMany(answer => Markers.In(answer.Source, markers.OwnOf(matrix.Users[visitor]))));
    }

    [Fact]
    public void Pages_lack_no_text_and_hold_no_tag_of_ours() =>
        Nothing(from answer in matrix.Answers.Select(pair => pair.Real) where !answer.Route.IsApi from fault in PageFaults.In(answer.Source) select $"{answer.Route}: {fault}");

    [Fact]
    public void The_test_of_tags_would_see_one()
    {
        Assert.Superset(new HashSet<string> { "when", "field", "message", "error-summary", "data-row", "partial" }, PageFaults.Names.ToHashSet());
        Assert.DoesNotContain("form", PageFaults.Names);
        Assert.Equal(3, PageFaults.In("""<p><when at="x"/> <a asp-page="/x">x</a> <time>x</time> [Operations.Part.some-bus] [1.2]</p>""").Count());
    }

    [Fact]
    public void The_matrix_is_as_large_as_the_house()
    {
        output.WriteLine($"{matrix.Routes.Count} routes, {matrix.Guarded.Count()} guarded, {Matrix.Visitors.Length} visitors, {matrix.Answers.Count} answers, {matrix.Answers.Count(pair => pair.Unknown is not null)} compared with an unknown id");
        Assert.Equal(matrix.Guarded.Count() * Matrix.Visitors.Length, matrix.Answers.Count);
    }

    private IEnumerable<Answer> Of(string visitor) => matrix.Answers.Select(pair => pair.Real).Where(answer => answer.Visitor == visitor);

    private IEnumerable<Answer> Signed => matrix.Answers.Select(pair => pair.Real).Where(answer => answer.Visitor.Length > 0);

    /// <summary>The ids that stood in the addresses asked: who asks knows them already.</summary>
    private IEnumerable<string> Asked() => [matrix.Subjects.Referral.ToString(), matrix.Subjects.Case.ToString()];

    private static void Nothing(IEnumerable<string> wrong)
    {
        var places = wrong.Distinct().ToList();
        Assert.True(places.Count == 0, $"{places.Count} times:\n  {string.Join("\n  ", places.Take(60))}");
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 40)].ReplaceLineEndings("⏎");
        return $"«{Around(one)}» / «{Around(other)}»";
    }
}

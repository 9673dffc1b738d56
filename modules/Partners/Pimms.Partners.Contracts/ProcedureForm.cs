namespace Pimms.Partners.Contracts;

/// <summary>What a procedure asks. A version never changes once it exists.</summary>
/// <param name="Version">1 and up.</param>
/// <param name="Fields">In the order they are asked; a <see cref="FormFieldType.Section"/> stands before the questions it heads.</param>
public sealed record ProcedureForm(int Version, IReadOnlyList<FormField> Fields)
{
    /// <summary>What must be attached before a referral can be sent, each as people call it: <c>Dernière facture</c>. Empty when nothing must.</summary>
    public IReadOnlyList<string> RequiredDocuments { get; init; } = [];

    /// <summary>The questions with the sections that head them; the first has no heading when the form begins with a question.</summary>
    public IReadOnlyList<FormSection> Sections()
    {
        var sections = new List<FormSection>();
        var questions = new List<FormField>();
        FormField? heading = null;
        foreach (var field in Fields)
        {
            if (field.Type != FormFieldType.Section)
            {
                questions.Add(field);
                continue;
            }
            if (heading is not null || questions.Count > 0)
                sections.Add(new(heading, questions));
            (heading, questions) = (field, []);
        }
        return heading is null && questions.Count == 0 ? sections : [.. sections, new(heading, questions)];
    }

    /// <summary>
    /// The questions that these answers have asked. A section whose condition does not hold asks nothing, and what was answered there counts for nothing:
    /// a section that depends on it stays out too. The one place that decides it.
    /// </summary>
    /// <param name="answers">By the question's key, as typed.</param>
    public IReadOnlyList<FormField> Asked(IReadOnlyDictionary<string, string> answers)
    {
        var asked = new List<FormField>();
        foreach (var section in Sections())
        {
            if (section.Heading?.When is not { } when || (asked.Exists(field => field.Key == when.Key) && when.Holds(answers.GetValueOrDefault(when.Key))))
                asked.AddRange(section.Questions);
        }
        return asked;
    }
}

/// <summary>Some questions under one heading.</summary>
/// <param name="Heading">The section, with its condition; null for what comes before the first.</param>
/// <param name="Questions">In order.</param>
public sealed record FormSection(FormField? Heading, IReadOnlyList<FormField> Questions);

/// <summary>One question of a form, or the heading of a section.</summary>
/// <param name="Key">camelCase, unique in the form: the name of the answer.</param>
/// <param name="Label">The question as it is shown.</param>
/// <param name="Hint">Where to find the answer, or how to write it; null when nothing.</param>
/// <param name="Type">What kind of answer.</param>
/// <param name="Required">Whether the referral cannot be sent without it, when it is asked.</param>
/// <param name="Choices">For <see cref="FormFieldType.Choice"/>: 2 or more; otherwise empty.</param>
/// <param name="Pattern">For <see cref="FormFieldType.Identifier"/>: one character per place, <c>9</c> a digit, <c>A</c> a letter, <c>*</c> either (spaces typed by people do not count); otherwise null.</param>
public sealed record FormField(string Key, string Label, string? Hint, FormFieldType Type, bool Required, IReadOnlyList<string> Choices, string? Pattern)
{
    /// <summary>For <see cref="FormFieldType.Section"/>: when its questions are asked; null for always.</summary>
    public FormCondition? When { get; init; }

    /// <summary>For <see cref="FormFieldType.Identifier"/>: the key that its characters hold; null when none is known.</summary>
    public CheckKey? Check { get; init; }
}

/// <summary>That an earlier question was answered so.</summary>
/// <param name="Key">The question: a <see cref="FormFieldType.Choice"/> or <see cref="FormFieldType.YesNo"/> before the section.</param>
/// <param name="Answers">One of these; for yes and no, <c>true</c> or <c>false</c>. At least one.</param>
public sealed record FormCondition(string Key, IReadOnlyList<string> Answers)
{
    /// <summary>Whether the answer is one of them; an empty one never is.</summary>
    public bool Holds(string? answer) => answer?.Trim() is { Length: > 0 } given && Answers.Contains(given);
}

/// <summary>The kinds of answers.</summary>
public enum FormFieldType
{
    /// <summary>One line, at most 200 characters.</summary>
    Text,

    /// <summary>Several lines, at most 4,000 characters.</summary>
    LongText,

    /// <summary>A whole number, 0 to 1,000,000,000.</summary>
    WholeNumber,

    /// <summary>Euros, 0 to 1,000,000,000, two decimals.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of the choices, word for word.</summary>
    Choice,

    /// <summary>True or false.</summary>
    YesNo,

    /// <summary>A number or code with a fixed pattern.</summary>
    Identifier,

    /// <summary>No question: the heading of those that follow, up to the next one.</summary>
    Section,
}

/// <summary>How the characters of an identifier prove that they were copied well.</summary>
public enum CheckKey
{
    /// <summary>All digits; from the right, every second one doubled and its digits added, the sum is a multiple of 10. ISO/IEC 7812-1, annex B; SIREN, SIRET. For the SIRETs of La Poste (SIREN 356000000) a plain sum that is a multiple of 5 does too.</summary>
    Luhn,

    /// <summary>All digits; the last two are 97 minus the rest modulo 97, as in French administrative keys.</summary>
    Modulo97,

    /// <summary>13 digits; the last three are the first ten modulo 511: the French tax number (numéro fiscal, SPI), as the tax administration describes it to the OECD and the EU.</summary>
    Modulo511,

    /// <summary>Two letters, nine digits, two letters; the ninth digit checks the eight before: postal items, standard S10 of the Universal Postal Union.</summary>
    PostalItem,
}

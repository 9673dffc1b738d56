using System.Collections.Immutable;
using System.Text.Json;

namespace Pimms.Kernel;

/// <summary>Why something a user asked for is not done. A value, not an exception: users cause it, and pages and the API show it.</summary>
/// <param name="Type">The stable name: the last part of the problem's <c>type</c> (<c>/problems/{Type}</c>). One of <see cref="RefusalTypes"/>, or a module's own.</param>
/// <param name="Errors">Per field (a path such as <c>Items[0].Label</c>; empty for the whole), the messages as text keys.</param>
public sealed record Refusal(string Type, ImmutableArray<FieldError> Errors)
{
    /// <summary>More facts for programs, by camelCase name (<c>from</c>, <c>move</c>, <c>reason</c>): no personal data.</summary>
    public ImmutableDictionary<string, object?> Facts { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>The HTTP status the API answers with, 400 to 499.</summary>
    public int Status => Type switch
    {
        RefusalTypes.Validation => 400,
        RefusalTypes.NotFound => 404,
        RefusalTypes.Gone => 410,
        RefusalTypes.Stale => 412,
        RefusalTypes.Forbidden => 403,
        RefusalTypes.PreconditionRequired => 428,
        RefusalTypes.DocumentRefused => 422,
        _ => 409,
    };

    /// <summary>What is not yours does not exist: an unknown id and a foreign one get this same answer.</summary>
    public static Refusal NotFound { get; } = new(RefusalTypes.NotFound, [new("", "Refusal.NotFound")]);

    /// <summary>Somebody else changed it since the caller looked.</summary>
    public static Refusal Stale { get; } = new(RefusalTypes.Stale, [new("", "Refusal.Stale")]);

    /// <summary>Refuses one field of the request.</summary>
    /// <param name="field">The field's path in the command.</param>
    /// <param name="message">A text key.</param>
    /// <param name="args">What the text's places are filled with.</param>
    public static Refusal Of(string field, string message, params object?[] args) => new(RefusalTypes.Validation, [new(field, message, [.. args])]);

    /// <summary>Refuses with a type of its own, tied to a field or to the whole (empty field).</summary>
    public static Refusal As(string type, string field, string message, params object?[] args) => new(type, [new(field, message, [.. args])]);

    /// <summary>The same refusal with one more fact for programs.</summary>
    public Refusal With(string fact, object? value) => this with { Facts = Facts.SetItem(fact, value) };
}

/// <summary>One message at one field.</summary>
/// <param name="Field">Path in the command; empty for the whole.</param>
/// <param name="Message">A text key, or text that is already in words.</param>
/// <param name="Args">What the text's places are filled with.</param>
public sealed record FieldError(string Field, string Message, ImmutableArray<object?> Args = default)
{
    /// <summary>The field's name is as the caller wrote it, or as the API does; otherwise it is one of the command's, in whose words the API has it in camelCase.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What is wrong, for programs: the last part of the text's key, <c>too-long</c>.</summary>
    public string Code => IsKey(Message) ? JsonNamingPolicy.KebabCaseLower.ConvertName(Message[(Message.LastIndexOf('.') + 1)..]) : "invalid";

    /// <summary>The message in the reader's language; a code among its parts by its own words.</summary>
    public string InWords(Texts texts) =>
        texts.Say(Message, [.. (Args.IsDefault ? [] : Args).Select(part => part is Enum code ? texts.Of(code) : part)]);

    private static bool IsKey(string message) => message.Contains('.', StringComparison.Ordinal) && message.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}

/// <summary>The names that the API promises; a module may add its own.</summary>
public static class RefusalTypes
{
    /// <summary>A field is missing or of the wrong shape: 400.</summary>
    public const string Validation = "validation";

    /// <summary>Unknown, or not the caller's: 404.</summary>
    public const string NotFound = "not-found";

    /// <summary>It was the caller's to see, and is not any more: 410.</summary>
    public const string Gone = "gone";

    /// <summary>Changed since the caller looked: 412.</summary>
    public const string Stale = "stale";

    /// <summary>A change came without the version it is based on: 428.</summary>
    public const string PreconditionRequired = "precondition-required";

    /// <summary>The caller's role may never do this: 403.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The referral's state, or the caller's side, does not allow the move: 409, with <c>from</c> and <c>move</c>.</summary>
    public const string MoveNotAllowed = "move-not-allowed";

    /// <summary>A file is not taken: 422 (413 when it is too large to be read), with <c>reason</c>.</summary>
    public const string DocumentRefused = "document-refused";
}

/// <summary>Thrown where a value cannot be returned (deep in a query); the pipeline turns it back into the refusal.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Type)
{
    /// <summary>What is refused, and why.</summary>
    public Refusal Refusal => refusal;
}

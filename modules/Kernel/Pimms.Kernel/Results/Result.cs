using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pimms.Kernel;

/// <summary>What every request of a module answers with: done, or a refusal.</summary>
public interface IOutcome
{
    /// <summary>Null when it was done.</summary>
    Refusal? Refusal { get; }

    /// <summary>What it answers when it was done; see <see cref="IOutcome{TSelf}.FromJson"/>.</summary>
    string ToJson();
}

/// <summary>Lets the pipeline make a refusal of whichever answer type a request has.</summary>
public interface IOutcome<TSelf> : IOutcome where TSelf : IOutcome<TSelf>
{
    /// <summary>The answer that refuses.</summary>
    static abstract TSelf Refuse(Refusal refusal);

    /// <summary>
    /// Whether the answer may be kept to answer a repeat with: it holds nobody's content. True for nothing at all, for ids, numbers and codes, and
    /// for what says so of itself (<see cref="IContentFree"/>).
    /// </summary>
    static abstract bool CanBeKept { get; }

    /// <summary>The answer that was given once, out of <see cref="IOutcome.ToJson"/>.</summary>
    static abstract TSelf FromJson(string json);
}

/// <summary>An answer of ids, codes and names of organisations, never of persons or what they wrote: it may be kept to answer a repeat with.</summary>
public interface IContentFree;

/// <summary>Done, or refused.</summary>
public sealed class Result : IOutcome<Result>
{
    private Result(Refusal? refusal) => Refusal = refusal;

    /// <summary>It was done.</summary>
    public static Result Done { get; } = new(null);

    /// <inheritdoc/>
    public Refusal? Refusal { get; }

    /// <inheritdoc/>
    public static bool CanBeKept => true;

    /// <inheritdoc/>
    public static Result Refuse(Refusal refusal) => new(refusal);

    /// <inheritdoc/>
    public string ToJson() => "";

    /// <inheritdoc/>
    public static Result FromJson(string json) => Done;

    /// <summary>Done, with a value.</summary>
    public static Result<T> Of<T>(T value) => new(value);

    /// <summary>Goes on only when this is done.</summary>
    public async Task<Result> Then(Func<Task> next)
    {
        if (Refusal is null)
            await next();
        return this;
    }

    /// <summary>A refusal is an answer.</summary>
    public static implicit operator Result(Refusal refusal) => Refuse(refusal);
}

/// <summary>A value, or a refusal.</summary>
public sealed class Result<T> : IOutcome<Result<T>>
{
    private readonly T? value;

    internal Result(T value) => this.value = value;

    private Result(Refusal refusal) => Refusal = refusal;

    /// <inheritdoc/>
    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">There is none: it was refused.</exception>
    public T Value => Refusal is null ? value! : throw new RefusedException(Refusal);

    /// <summary>The value, when there is one.</summary>
    public bool TryGet([NotNullWhen(true)] out T? found)
    {
        found = value;
        return Refusal is null && value is not null;
    }

    /// <inheritdoc/>
    public static bool CanBeKept { get; } = typeof(T).IsPrimitive || typeof(T).IsEnum || typeof(T) == typeof(Guid) || typeof(T).IsAssignableTo(typeof(IContentFree));

    /// <inheritdoc/>
    public static Result<T> Refuse(Refusal refusal) => new(refusal);

    /// <inheritdoc/>
    public string ToJson() => JsonSerializer.Serialize(Value);

    /// <inheritdoc/>
    public static Result<T> FromJson(string json) => new(JsonSerializer.Deserialize<T>(json)!);

    /// <summary>A value is an answer.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A refusal is an answer.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(refusal);
}

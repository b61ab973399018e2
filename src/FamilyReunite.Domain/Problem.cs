namespace FamilyReunite.Domain;

/// <summary>An expected failure. <paramref name="Code"/> is the key of a sentence in the resource files that says what is wrong and what to do;
/// <paramref name="Field"/> names the input it belongs to; <paramref name="Args"/> fill the sentence and never reach a log.</summary>
public sealed record Problem(string Code, string? Field = null, params object[] Args);

/// <summary>Either a value or the problems that stand in its way.</summary>
public readonly record struct Outcome<T>
{
    internal Outcome(T? value, IReadOnlyList<Problem>? problems) => (Value, Problems) = (value, problems ?? []);

    public T? Value { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public bool Succeeded => Problems.Count == 0;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, [problem]);

    public static implicit operator Outcome<T>(Problem[] problems) => new(default, problems);
}

public static class Outcome
{
    /// <summary>For a value that is known as an interface: those are not converted by themselves.</summary>
    public static Outcome<T> Of<T>(T value) => new(value, null);
}

/// <summary>The value of an outcome that has nothing to return.</summary>
public readonly record struct Done
{
    public static Done Instance => default;
}

namespace FamilyReunite.Clues.Sounds;

/// <summary>Gives each distinct thing a number, in the order they come.</summary>
internal sealed class Numbered<T> where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _things = [];

    public T[] All => [.. _things];

    public int Of(T thing)
    {
        if (_numbers.TryGetValue(thing, out var number)) return number;
        _things.Add(thing);
        return _numbers[thing] = _things.Count - 1;
    }
}

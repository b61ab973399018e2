using System.Runtime.InteropServices;

namespace FamilyReunite.Matching.Linkage.Blocking;

/// <summary>The keys of one row. A joining key is put together with those of other fields when it alone is too common.</summary>
internal sealed class KeyList
{
    private readonly List<(ulong Key, byte Field, bool Joins)> _keys = [];
    private byte _field;

    public ReadOnlySpan<(ulong Key, byte Field, bool Joins)> Keys => CollectionsMarshal.AsSpan(_keys);

    public void Clear() => _keys.Clear();

    public void Begin(int field) => _field = (byte)field;

    public void Add(ulong key, bool joins)
    {
        var own = Mix(key + _field * 0x9E3779B97F4A7C15UL);
        foreach (var k in _keys)
            if (k.Key == own) return;
        _keys.Add((own, _field, joins));
    }

    public static ulong Hash(char kind, ReadOnlySpan<char> text)
    {
        var h = 14695981039346656037UL ^ kind;
        foreach (var c in text) h = (h ^ c) * 1099511628211UL;
        return h;
    }

    public static ulong Mix(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ x >> 27) * 0x94D049BB133111EBUL;
        return x ^ x >> 31;
    }
}

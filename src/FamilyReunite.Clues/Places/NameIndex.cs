using System.Runtime.InteropServices;

namespace FamilyReunite.Clues.Places;

/// <summary>Finds names of places at a position of a text, by their characters and by their sound.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<char, List<PlaceName>> _byCharacter = [];
    private readonly List<(short[][] Syllables, PlaceName Name)>[] _bySound;

    public NameIndex(IEnumerable<PlaceName> names)
    {
        var sounding = new List<(short[][] Syllables, PlaceName Name)>();
        foreach (var name in names)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byCharacter, name.Text[0], out _) ??= []).Add(name);
            var syllables = name.Text.Select(c => Syllables.Of(c)).ToArray();
            if (name.Text.Length is >= 2 and <= 5 && syllables.All(s => s.Length > 0)) sounding.Add((syllables, name));
        }
        Syllables.Freeze();
        _bySound = [.. Enumerable.Range(0, Syllables.Count).Select(_ => new List<(short[][], PlaceName)>())];
        foreach (var entry in sounding)
            foreach (var first in entry.Syllables[0].Distinct()) _bySound[first].Add(entry);
    }

    public SyllableScores Syllables { get; } = new();

    /// <summary>Names written at this position.</summary>
    public void Written(string text, int at, List<PlaceName> found)
    {
        if (!_byCharacter.TryGetValue(text[at], out var names)) return;
        foreach (var name in names)
            if (string.CompareOrdinal(text, at, name.Text, 0, name.Text.Length) == 0) found.Add(name);
    }

    /// <summary>Names that may have sounded like the text from here on; log P(heard | name) at least <paramref name="least"/>.</summary>
    /// <param name="heard">Scores of each position as <see cref="SyllableScores.Heard"/> gives them.</param>
    public void Sounding(float[]?[] heard, int at, float least, List<(PlaceName Name, float Log)> found)
    {
        if (heard[at] is not { } first) return;
        for (var s = 0; s < first.Length; s++)
        {
            if (first[s] < least) continue;
            foreach (var (syllables, name) in _bySound[s])
            {
                if (at + syllables.Length > heard.Length) continue;
                var log = first[s];
                for (var i = 1; i < syllables.Length && log >= least; i++) log += Best(heard[at + i], syllables[i]);
                if (log >= least) found.Add((name, log));
            }
        }
    }

    private static float Best(float[]? heard, short[] spoken)
    {
        var best = float.NegativeInfinity;
        if (heard is null) return best;
        foreach (var s in spoken) best = Math.Max(best, heard[s]);
        return best;
    }
}

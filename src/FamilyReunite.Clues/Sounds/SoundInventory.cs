namespace FamilyReunite.Clues.Sounds;

/// <summary>A spoken syllable together with what its character comes from, all by their numbers.</summary>
/// <param name="Syllable">The Mandarin syllable.</param>
/// <param name="Initial">The initial with its origin.</param>
/// <param name="Final">The final with its origin.</param>
internal readonly record struct Variety(int Syllable, int Initial, int Final);

/// <summary>The syllables of Mandarin, and the varieties of each that dialects keep apart, numbered.</summary>
internal sealed class SoundInventory
{
    private static readonly Lazy<SoundInventory> Loaded = new(() => new SoundInventory());

    /// <summary>Use of a variety that no village name has.</summary>
    private const double LeastUse = 0.3;

    private readonly Dictionary<string, int> _syllables = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, InitialOrigin, FinalOrigin), int> _varieties = [];

    private SoundInventory()
    {
        var (syllables, pinyin, varieties, weights) = (new List<Syllable>(), new List<string>(), new List<Variety>(), new List<double>());
        var (initials, finals) = (new Numbered<(string, InitialOrigin)>(), new Numbered<(string, FinalOrigin)>());
        foreach (var c in NameCharacters.All.Order())
        {
            var first = true;
            foreach (var reading in CharacterReadings.Of(c))
            {
                var s = Syllable.Parse(reading);
                // m, n and ng alone are interjections
                if (s.Final is "" or "g") continue;
                if (!_syllables.TryGetValue(reading, out var syllable))
                {
                    _syllables[reading] = syllable = syllables.Count;
                    syllables.Add(s);
                    pinyin.Add(reading);
                }
                var (i, f) = OriginsOf(c, s);
                if (!_varieties.TryGetValue((syllable, i, f), out var variety))
                {
                    _varieties[(syllable, i, f)] = variety = varieties.Count;
                    varieties.Add(new Variety(syllable, initials.Of((s.Initial, i)), finals.Of((s.Final, f))));
                    weights.Add(LeastUse);
                }
                if (first) weights[variety] += Math.Sqrt(NameCharacters.Count(c));
                first = false;
            }
        }
        (Syllables, Pinyin, Varieties, Weights, Initials, Finals) = ([.. syllables], [.. pinyin], [.. varieties], [.. weights], initials.All, finals.All);
        (InitialSounds, FinalSounds) = ([.. syllables.Select(s => s.Initial).Distinct()], [.. syllables.Select(s => s.Final).Distinct()]);
        (InitialOf, FinalOf) = (Array.ConvertAll(Syllables, s => Array.IndexOf(InitialSounds, s.Initial)), Array.ConvertAll(Syllables, s => Array.IndexOf(FinalSounds, s.Final)));
        VarietiesOf = [.. Enumerable.Range(0, Syllables.Length).Select(s => Enumerable.Range(0, Varieties.Length).Where(v => Varieties[v].Syllable == s).ToArray())];
        InitialMeetsFinal = Array.ConvertAll(InitialSounds, _ => new double[FinalSounds.Length]);
        for (var s = 0; s < Syllables.Length; s++) InitialMeetsFinal[InitialOf[s]][FinalOf[s]] = 1;
        (InitialUse, FinalUse) = (new double[Initials.Length], new double[Finals.Length]);
        for (var v = 0; v < Varieties.Length; v++)
        {
            InitialUse[Varieties[v].Initial] += Weights[v];
            FinalUse[Varieties[v].Final] += Weights[v];
        }
    }

    public static SoundInventory Whole => Loaded.Value;

    public Syllable[] Syllables { get; }

    /// <summary>Toneless pinyin of each syllable (v = ü).</summary>
    public string[] Pinyin { get; }

    public Variety[] Varieties { get; }

    /// <summary>How much each variety is used in names: square roots of the counts of its characters summed, as the confusion tables were weighted.</summary>
    public double[] Weights { get; }

    /// <summary>The varieties of each syllable.</summary>
    public int[][] VarietiesOf { get; }

    /// <summary>Spoken initials with their origins.</summary>
    public (string Sound, InitialOrigin Origin)[] Initials { get; }

    /// <summary>Spoken finals with their origins.</summary>
    public (string Sound, FinalOrigin Origin)[] Finals { get; }

    public double[] InitialUse { get; }

    public double[] FinalUse { get; }

    /// <summary>Initials as they are heard, without origins.</summary>
    public string[] InitialSounds { get; }

    public string[] FinalSounds { get; }

    /// <summary>Position of each syllable's initial in <see cref="InitialSounds"/>.</summary>
    public int[] InitialOf { get; }

    public int[] FinalOf { get; }

    /// <summary>1 where a heard initial and a heard final make a syllable of Mandarin, else 0.</summary>
    public double[][] InitialMeetsFinal { get; }

    /// <summary>Number of a syllable; -1 for one that names do not have.</summary>
    public int SyllableOf(string pinyin) => _syllables.GetValueOrDefault(pinyin, -1);

    /// <summary>Number of the variety that a character has when read so; -1 for a reading that names do not have.</summary>
    public int VarietyOf(char c, string pinyin)
    {
        if (!_syllables.TryGetValue(pinyin, out var syllable)) return -1;
        var (i, f) = OriginsOf(c, Syllables[syllable]);
        return _varieties.TryGetValue((syllable, i, f), out var variety) ? variety : VarietiesOf[syllable][0];
    }

    private static (InitialOrigin, FinalOrigin) OriginsOf(char c, Syllable s)
    {
        var (group, rhyme) = NameCharacters.Groups(c);
        return (InitialOrigins.Of(s, group, rhyme), FinalOrigins.Of(s, rhyme));
    }
}

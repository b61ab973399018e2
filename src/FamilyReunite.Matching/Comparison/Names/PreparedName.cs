using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Matching.Comparison.Frequencies;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A name as characters and syllable numbers side by side.</summary>
internal sealed class PreparedName
{
    private Word[]? _words;

    public PreparedName(NameClue clue)
    {
        Clue = clue;
        Folded = string.Concat(clue.Text.Where(char.IsLetterOrDigit));
        // Han characters have no case, and asking costs more than the rest of this line
        if (Folded.Any(char.IsLower)) Folded = Folded.ToUpperInvariant();
        var characters = Folded.Where(c => CharacterReadings.Of(c).Count > 0).ToArray();
        var readings = clue.Readings.Count > 0 ? clue.Readings : [.. characters.Select(CharacterReadings.Of)];
        Characters = readings.Count == characters.Length ? characters : new char[readings.Count];
        Sounds = [.. readings.Select(SyllableTable.IdsOf)];
        var surname = clue.Surname?.EnumerateRunes().Count() ?? 0;
        SurnameLength = clue.Script == NameScript.Han && surname < Sounds.Length ? surname : 0;
        PartLengths = clue.Script == NameScript.MinorityInHan ? [.. Cut(clue.Text, clue.Parts)] : [];
        Backgrounds = [.. Sounds.Select((s, i) => NameFrequency.LogSound(s, PlaceOf(i)))];
        CharacterBackgrounds = [.. Characters.Select((c, i) => NameFrequency.LogCharacter(c, PlaceOf(i)))];
        var familiar = clue.Script == NameScript.Han && Sounds.Length is 2 or 3 ? Sounds.Count(s => NameFrequency.SoundsLikeCallName(s)) : 0;
        IsPlainCallName = familiar == Sounds.Length && familiar > 0;
        IsCallName = IsPlainCallName || (!HeardOnly && clue.Surname is null && familiar > 0);
    }

    public NameClue Clue { get; }

    /// <summary>Letters and digits alone, upper case: dots and blanks between parts do not count.</summary>
    public string Folded { get; }

    public bool HeardOnly => Clue.HeardOnly;

    /// <summary>0 where no character is known for the syllable.</summary>
    public char[] Characters { get; }

    public int[][] Sounds { get; }

    public int SurnameLength { get; }

    /// <summary>Syllables per part of a name whose parts may stand in any order; empty for other names.</summary>
    public int[] PartLengths { get; }

    /// <summary>log share of each syllable at its place.</summary>
    public double[] Backgrounds { get; }

    public double[] CharacterBackgrounds { get; }

    /// <summary>"二娃", "毛毛": what somebody is called at home; it contradicts no other name.</summary>
    public bool IsCallName { get; }

    /// <summary>A call name with nothing of a given name in it ("大妞", "二娃"): many bear it.</summary>
    public bool IsPlainCallName { get; }

    /// <summary>The name in letters, word by word; made when the other name is in letters, which is seldom.</summary>
    public Word[] Words => _words ??= [.. InLetters()];

    private IEnumerable<Word> InLetters()
    {
        var han = Clue.Script is NameScript.Han or NameScript.MinorityInHan;
        string[] texts = !han ? [Clue.Text] : Clue.Surname is { } surname ? [surname, .. Clue.Parts] : [.. Clue.Parts];
        return texts.Select(Romanisation.Fold).SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(w => new Word(w, w));
    }

    private NamePlace PlaceOf(int at) =>
        SurnameLength > 0 ? at < SurnameLength ? NamePlace.Surname : NamePlace.Given
        : at == 0 && Clue.Script != NameScript.MinorityInHan ? NamePlace.Either : NamePlace.Given;

    private static IEnumerable<int> Cut(string text, IReadOnlyList<string> parts) =>
        (parts.Count > 1 ? parts : text.Split('·', '•', '・', ' ')).Select(p => p.EnumerateRunes().Count(r => Rune.IsLetter(r))).Where(n => n > 0);
}

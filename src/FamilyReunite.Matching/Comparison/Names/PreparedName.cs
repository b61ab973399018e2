using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A name as characters and syllable numbers side by side.</summary>
internal sealed class PreparedName
{
    public PreparedName(NameClue clue)
    {
        Clue = clue;
        Folded = string.Concat(clue.Text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var characters = Folded.Where(c => CharacterReadings.Of(c).Count > 0).ToArray();
        var readings = clue.Readings.Count > 0 ? clue.Readings : [.. characters.Select(CharacterReadings.Of)];
        Characters = readings.Count == characters.Length ? characters : new char[readings.Count];
        Sounds = [.. readings.Select(SyllableTable.IdsOf)];
        var surname = clue.Surname?.EnumerateRunes().Count() ?? 0;
        SurnameLength = clue.Script == NameScript.Han && surname < Sounds.Length ? surname : 0;
        PartLengths = clue.Script == NameScript.MinorityInHan ? [.. Cut(clue.Text, clue.Parts)] : [];
        Backgrounds = [.. Sounds.Select((s, i) => NameFrequency.LogSound(s, IsSurname(i)))];
        CharacterBackgrounds = [.. Characters.Select((c, i) => NameFrequency.LogCharacter(c, IsSurname(i)))];
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

    private bool IsSurname(int at) => at == 0 && Sounds.Length > 1 && Clue.Script != NameScript.MinorityInHan;

    private static IEnumerable<int> Cut(string text, IReadOnlyList<string> parts) =>
        (parts.Count > 1 ? parts : text.Split('·', '•', '・', ' ')).Select(p => p.EnumerateRunes().Count(r => Rune.IsLetter(r))).Where(n => n > 0);
}

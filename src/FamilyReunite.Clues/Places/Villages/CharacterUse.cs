using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>How often a character, and a syllable, stands in the names of towns and villages: what a listener writes down without knowing better.</summary>
internal sealed class CharacterUse
{
    /// <summary>Share of other words among what is said, any of some 3,000 characters and 400 syllables in them; estimated.</summary>
    private const double Other = 0.3;

    private const double OtherCharacter = 1.0 / 3000, OtherSyllable = 1.0 / 400;

    private readonly float[] _characters = new float[char.MaxValue + 1];
    private readonly Dictionary<string, float> _syllables = new(StringComparer.Ordinal);

    public CharacterUse(VillageTable table)
    {
        var total = 0;
        foreach (var name in table.Villages)
            foreach (var c in table.Text.AsSpan(name.Start, name.Core))
            {
                _characters[c]++;
                total++;
            }
        for (var c = 0; c < _characters.Length; c++)
        {
            if (_characters[c] == 0) continue;
            _characters[c] /= total;
            if (CharacterReadings.Of((char)c) is [var first, ..]) _syllables[first] = _syllables.GetValueOrDefault(first) + _characters[c];
        }
    }

    /// <summary>-log P(character).</summary>
    public double Rarity(char c) => -Math.Log((1 - Other) * _characters[c] + Other * OtherCharacter);

    /// <summary>-log P(syllable of a character), its commonest reading.</summary>
    public double SoundRarity(char c) => -Math.Log((1 - Other) * (CharacterReadings.Of(c) is [var first, ..] ? _syllables.GetValueOrDefault(first) : 0) + Other * OtherSyllable);
}

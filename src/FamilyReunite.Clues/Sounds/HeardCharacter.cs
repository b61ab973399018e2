namespace FamilyReunite.Clues.Sounds;

/// <summary>Why a heard character may stand for a syllable.</summary>
internal enum HeardAs { Reading, RareReading, LookAlike, Settlement }

/// <summary>A syllable that a character in what was noted may stand for.</summary>
/// <param name="Syllable">Number in <see cref="SoundInventory"/>.</param>
/// <param name="Cost">Log-probability taken off.</param>
internal readonly record struct HeardSound(int Syllable, float Cost, HeardAs As);

/// <summary>What a noted character may stand for: its readings, those of its look-alikes, other words for a settlement.</summary>
internal static class HeardCharacter
{
    /// <summary>Log-probability taken off for a reading that is not the commonest of its character, heard or spoken; estimated.</summary>
    public const float RareReading = 1.8f;

    /// <summary>Best first; empty for a character without a reading.</summary>
    public static List<HeardSound> Of(char c)
    {
        var sounds = new List<HeardSound>(2);
        foreach (var reading in CharacterReadings.Of(c)) Add(reading, sounds.Count == 0 ? 0 : -RareReading, sounds.Count == 0 ? HeardAs.Reading : HeardAs.RareReading);
        foreach (var other in Slips.OtherSettlements(c)) Add(CharacterReadings.Of(other)[0], Slips.Swap, HeardAs.Settlement);
        foreach (var other in LookAlikes.Of(c))
            if (CharacterReadings.Of(other) is [var reading, ..]) Add(reading, LookAlikes.Cost, HeardAs.LookAlike);
        return sounds;

        void Add(string reading, float cost, HeardAs how)
        {
            if (SoundInventory.Whole.SyllableOf(reading) is >= 0 and var syllable && !sounds.Exists(s => s.Syllable == syllable)) sounds.Add(new HeardSound(syllable, cost, how));
        }
    }

    /// <summary>The varieties that a character may be said as, the commonest reading first.</summary>
    public static List<int> Spoken(char c)
    {
        var spoken = new List<int>(2);
        foreach (var reading in CharacterReadings.Of(c))
            if (SoundInventory.Whole.VarietyOf(c, reading) is >= 0 and var variety) spoken.Add(variety);
        return spoken;
    }
}

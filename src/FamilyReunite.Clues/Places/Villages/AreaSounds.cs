using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>log P(heard character | class of characters) in one dialect area.</summary>
internal sealed class AreaSounds(ListenerModel model, SoundClasses classes)
{
    /// <summary>A character without a reading against anything.</summary>
    private const float Unknown = -12;

    /// <summary>Fills a row with the best log P(what was heard | class) of every class of characters.</summary>
    public void Fill(Span<float> row, List<HeardSound> heard)
    {
        // one more: the variety of characters without a reading
        Span<float> best = stackalloc float[SoundInventory.Whole.Varieties.Length + 1];
        best.Fill(Unknown);
        foreach (var sound in heard) model.Raise(sound.Syllable, sound.Cost, best);
        var first = classes.First;
        for (var c = 0; c < row.Length; c++) row[c] = best[first[c]];
        foreach (var (c, variety) in classes.Further)
            if (best[variety] - HeardCharacter.RareReading is var p && p > row[c]) row[c] = p;
    }
}

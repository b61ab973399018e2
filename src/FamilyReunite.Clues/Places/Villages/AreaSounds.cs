using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>log P(heard character | class of characters) in one dialect area.</summary>
internal sealed class AreaSounds(ListenerModel model)
{
    /// <summary>A character without a reading against anything.</summary>
    public const float Unknown = -12;

    /// <summary>Fills a row with the best log P(what was heard | class) of every class of characters.</summary>
    public void Fill(Span<float> row, List<HeardSound> heard, ushort[][] readings)
    {
        row.Fill(Unknown);
        Span<float> log = stackalloc float[SoundInventory.Whole.Varieties.Length];
        foreach (var sound in heard)
        {
            model.Fill(sound.Syllable, log);
            for (var c = 0; c < readings.Length; c++)
            {
                var (spoken, cost) = (readings[c], sound.Cost);
                foreach (var s in spoken)
                {
                    var p = log[s] + cost;
                    if (p > row[c]) row[c] = p;
                    cost = sound.Cost - HeardCharacter.RareReading;
                }
            }
        }
    }
}

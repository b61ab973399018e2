using FamilyReunite.Clues.Sounds;

namespace FamilyReunite.Clues.Places.Villages;

/// <summary>log P(heard syllable | class of characters) in one dialect area.</summary>
internal sealed class AreaSounds(ListenerModel model)
{
    /// <summary>Fills a row with the best log P(what was heard | class) of every class of characters.</summary>
    public void Fill(Span<float> row, List<ushort> heard, ushort[][] readings)
    {
        row.Fill(Unknown);
        Span<float> log = stackalloc float[SoundInventory.Whole.Varieties.Length];
        for (var h = 0; h < heard.Count; h++)
        {
            model.Fill(heard[h], log);
            for (var c = 0; c < readings.Length; c++)
            {
                var spoken = readings[c];
                for (var s = 0; s < spoken.Length; s++)
                {
                    var p = log[spoken[s]] - (h > 0 ? SoundClasses.RareReading : 0) - (s > 0 ? SoundClasses.RareReading : 0);
                    if (p > row[c]) row[c] = p;
                }
            }
        }
    }

    /// <summary>A character without a reading against anything.</summary>
    public const float Unknown = -12;
}

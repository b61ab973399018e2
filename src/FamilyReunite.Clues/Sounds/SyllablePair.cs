namespace FamilyReunite.Clues.Sounds;

/// <summary>One heard character against one spoken one.</summary>
internal sealed class SyllablePair(ListenerModel model)
{
    /// <summary>What a pair costs at most: a character noted that has nothing to do with the one said.</summary>
    private const double Least = -14;

    /// <summary>The first syllable of a name is hardly ever dropped; estimated.</summary>
    private const double First = -1.5;

    private static readonly SoundInventory Sounds = SoundInventory.Whole;

    /// <summary>log P(heard character's sound | spoken character).</summary>
    public double Log(char heard, char spoken) => Best(heard, spoken).Log;

    /// <summary>log P(a syllable is gained or lost).</summary>
    public static double Slip(char c, bool first) => (Slips.IsFree(c) ? Slips.Free : Slips.Any) + (first ? First : 0);

    public static SoundStep Added(char heard, bool first) => new(SoundChange.Added, heard.ToString(), Reading(heard), null, null, null, null, Math.Exp(Slip(heard, first)));

    public static SoundStep Lost(char spoken, bool first) => new(SoundChange.Lost, null, null, spoken.ToString(), Reading(spoken), null, null, Math.Exp(Slip(spoken, first)));

    public SoundStep Explain(char heard, char spoken)
    {
        var (log, sound, variety) = Best(heard, spoken);
        if (variety < 0) return new SoundStep(SoundChange.OtherSound, heard.ToString(), Reading(heard), spoken.ToString(), Reading(spoken), null, null, Math.Exp(log));
        var (h, s) = (Sounds.Pinyin[sound.Syllable], Sounds.Pinyin[Sounds.Varieties[variety].Syllable]);
        var change = sound.As switch
        {
            HeardAs.LookAlike => SoundChange.LookAlike,
            HeardAs.Settlement => SoundChange.OtherSettlement,
            _ => heard == spoken ? SoundChange.SameCharacter : h == s ? SoundChange.SameSound : SoundChange.OtherSound,
        };
        if (change is SoundChange.LookAlike or SoundChange.OtherSettlement) return new SoundStep(change, heard.ToString(), Reading(heard), spoken.ToString(), s, null, null, Math.Exp(log));
        var initial = 0.0;
        for (var other = 0; other < Sounds.Syllables.Length; other++)
            if (Sounds.InitialOf[other] == Sounds.InitialOf[sound.Syllable]) initial += Math.Exp(model.Log(other, variety));
        return new SoundStep(change, heard.ToString(), h, spoken.ToString(), s, Math.Min(1, initial), Math.Min(1, Math.Exp(model.Log(sound.Syllable, variety)) / initial), Math.Exp(log));
    }

    private (double Log, HeardSound Sound, int Variety) Best(char heard, char spoken)
    {
        (double Log, HeardSound Sound, int Variety) best = (Least, default, -1);
        foreach (var sound in HeardCharacter.Of(heard))
        {
            var cost = sound.Cost;
            foreach (var variety in HeardCharacter.Spoken(spoken))
            {
                var log = Math.Min(0, model.Log(sound.Syllable, variety) + cost);
                if (log > best.Log) best = (log, sound, variety);
                cost = sound.Cost - HeardCharacter.RareReading;
            }
        }
        return best;
    }

    private static string Reading(char c) => CharacterReadings.Of(c) is [var first, ..] ? first : "";
}

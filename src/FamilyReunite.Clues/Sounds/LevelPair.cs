using FamilyReunite.Clues.Places.Villages;

namespace FamilyReunite.Clues.Sounds;

/// <summary>The level words behind a heard and a spoken name: soft, for hearers get the level wrong too ("芜湖" was 五福村).</summary>
internal static class LevelPair
{
    /// <summary>P(level word left off or put on) and P(another one); estimated.</summary>
    private const double OneOnly = 0.3, Other = 0.05, SameLevel = 0.5, Same = 1;

    /// <summary>The step for the level words; null when neither has one.</summary>
    public static SoundStep? Of(string heard, string spoken)
    {
        if (heard.Length == 0 && spoken.Length == 0) return null;
        var p = heard == spoken ? Same : heard.Length == 0 || spoken.Length == 0 ? OneOnly : Level(heard) == Level(spoken) ? SameLevel : Other;
        return new SoundStep(SoundChange.LevelWord, heard.Length > 0 ? heard : null, null, spoken.Length > 0 ? spoken : null, null, null, null, p);
    }

    private static HeardLevel Level(string word) => NameCore.Heard("某某" + word).Level;
}

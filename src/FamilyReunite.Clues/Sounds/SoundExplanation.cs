namespace FamilyReunite.Clues.Sounds;

/// <summary>What happened to one syllable between the mouth and the paper.</summary>
public enum SoundChange
{
    /// <summary>The same character.</summary>
    SameCharacter,

    /// <summary>Another character of the same sound; tones are almost free and not compared.</summary>
    SameSound,

    /// <summary>Another sound.</summary>
    OtherSound,

    /// <summary>Another word for a settlement (庄 for 屯).</summary>
    OtherSettlement,

    /// <summary>A character that is misread for the other in handwriting.</summary>
    LookAlike,

    /// <summary>Heard, but not part of the name.</summary>
    Added,

    /// <summary>Part of the name, but not heard.</summary>
    Lost,

    /// <summary>A level word (村, 镇 …) that both have, only one has, or that differs.</summary>
    LevelWord,
}

/// <summary>How well what was heard fits what may have been said.</summary>
public enum SoundVerdict { NothingToRead, SameSound, Likely, Possible, Unlikely }

/// <summary>One syllable of a comparison.</summary>
/// <param name="Heard">The character, or level word, noted; null when the syllable was lost.</param>
/// <param name="HeardAs">Its toneless pinyin in the reading that fits best.</param>
/// <param name="Spoken">The character of the name; null when the syllable was added.</param>
/// <param name="Initial">P(heard initial | what was spoken), 0 to 1; null where no two sounds are compared.</param>
/// <param name="Final">P(heard final | heard initial, what was spoken), 0 to 1; <paramref name="Initial"/> times this is P(heard syllable | what was spoken).</param>
/// <param name="Probability">What the step counts in the whole, 0 to 1: the probability of the change with everything taken off for rare readings and slips.</param>
public sealed record SoundStep(SoundChange Change, string? Heard, string? HeardAs, string? Spoken, string? SpokenAs, double? Initial, double? Final, double Probability);

/// <summary>Why a heard name may, or may not, be a spoken one.</summary>
/// <param name="Area">Dialect area that the sounds are judged by, as <see cref="ConfusionTable.Areas"/> spells it.</param>
/// <param name="LogLikelihood">log P(heard | spoken); the steps' logarithms sum to it.</param>
/// <param name="Similarity">0 to 1: the geometric mean of the probabilities per syllable of the longer name.</param>
public sealed record SoundExplanation(string Heard, string Spoken, string Area, double LogLikelihood, double Similarity, SoundVerdict Verdict, IReadOnlyList<SoundStep> Steps);

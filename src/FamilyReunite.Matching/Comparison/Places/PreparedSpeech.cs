using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A language, dialect or accent and the provinces where people speak so.</summary>
/// <param name="Provinces">One bit each.</param>
/// <param name="Share">Share of all people who live there.</param>
internal sealed record PreparedSpeech(string Words, ulong Provinces, double Share)
{
    /// <summary>Null when nothing tells where people speak so (Mandarin, sign language, unknown words).</summary>
    public static PreparedSpeech? Of(string words)
    {
        var provinces = SpeechRegions.Provinces(words).Aggregate(0UL, (bits, code) => bits | PlaceFrequency.ProvinceBit(code));
        return provinces == 0 ? null : new PreparedSpeech(words, provinces, PlaceFrequency.Share(provinces));
    }
}

namespace FamilyReunite.Matching.Comparison;

/// <summary>How the person speaks beside where the reported home lies, or beside how the family says they speak.</summary>
internal sealed class SpeechComparator() : Comparator("speech",
    new("elsewhere", AgreementLevel.Conflict), new("unclear", AgreementLevel.Weak, Neutral: true), new("wide", AgreementLevel.Weak), new("region", AgreementLevel.Partial), new("province", AgreementLevel.Strong))
{
    /// <summary>P that an accent is put in the wrong region. Estimated.</summary>
    private const double Misheard = 0.15;

    private static readonly double[] Bounds = [-0.5, 0.2, 1.1, 2];

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (best, found) = (double.NegativeInfinity, Finding.Nothing);
        foreach (var speech in person.Speech)
        {
            if (Believed(speech.Provinces, report) is not { } belief) continue;
            var ratio = belief * (1 - Misheard) / speech.Share + (1 - belief) * Misheard / (1 - speech.Share);
            if (ratio > best) (best, found) = (ratio, new Finding(1 + Reached(Math.Log(ratio), Bounds), speech, report));
        }
        return found;
    }

    public override string[] Values(in Finding finding, Vocabulary words)
    {
        var report = (PreparedClues)finding.Report!;
        return [Vocabulary.Quote(((PreparedSpeech)finding.Person!).Words), report.Homes.Length > 0 ? words.Statement(report.Homes[0]) : Vocabulary.Quote(report.Speech[0].Words)];
    }

    /// <summary>Belief that the report's home lies in one of the provinces; null when nothing says where it is.</summary>
    private static double? Believed(ulong provinces, PreparedClues report)
    {
        double? belief = null;
        foreach (var home in report.Homes)
        {
            var inside = 0.0;
            for (var i = 0; i < home.Bits.Length; i++) inside += (home.Bits[i] & provinces) != 0 ? home.Readings[i].Share : 0;
            if (home.Bits.Length > 0) belief = Math.Max(belief ?? 0, inside);
        }
        if (belief is not null || report.Homes.Length > 0) return belief;
        foreach (var s in report.Speech) belief = Math.Max(belief ?? 0, (s.Provinces & provinces) == 0 ? 0 : (s.Provinces & ~provinces) == 0 ? 1 : 0.5);
        return belief;
    }
}

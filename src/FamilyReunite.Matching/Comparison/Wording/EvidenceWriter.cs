using System.Globalization;
using System.Text;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Makes the sentences of evidence in both languages.</summary>
internal sealed class EvidenceWriter(FeatureSet features, IPlaceResolver places)
{
    private readonly Vocabulary _zh = new(EvidenceText.Chinese, places);
    private readonly Vocabulary _en = new(EvidenceText.English, places);
    private readonly CompositeFormat[][] _chinese = Formats(features, EvidenceText.Chinese);
    private readonly CompositeFormat[][] _english = Formats(features, EvidenceText.English);

    /// <param name="feature">Index of the comparator.</param>
    public Evidence Write(int feature, in Finding finding, double weight)
    {
        var comparator = features.Comparators[feature];
        return new Evidence(comparator.Feature, comparator.Steps[finding.Step].Level, weight,
            Fill(_chinese[feature][finding.Step], comparator, finding, _zh, EvidenceText.Chinese), Fill(_english[feature][finding.Step], comparator, finding, _en, EvidenceText.English),
            finding.Step == 0 ? null : comparator.Steps[finding.Step].Name);
    }

    private static string Fill(CompositeFormat format, Comparator comparator, in Finding finding, Vocabulary words, CultureInfo culture) =>
        finding.Step == 0 ? format.Format : string.Format(culture, format, (object[])comparator.Values(finding, words));

    private static CompositeFormat[][] Formats(FeatureSet features, CultureInfo culture) =>
        [.. features.Comparators.Select(c => c.Steps.Select(s => CompositeFormat.Parse(EvidenceText.Get($"{c.Feature}.{s.Name}", culture))).ToArray())];
}

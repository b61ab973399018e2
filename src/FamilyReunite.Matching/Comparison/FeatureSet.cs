using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues.Places;

namespace FamilyReunite.Matching.Comparison;

/// <summary>All comparators in their order, which is part of every model's identity.</summary>
internal sealed class FeatureSet
{
    public FeatureSet(IPlaceResolver places)
    {
        Comparators =
        [
            new NameComparator(), new SexComparator(), new BirthComparator(), new HeightComparator(), new WeightComparator(), new MarksComparator(),
            new HomeComparator(), new VillageComparator(), new LastPlaceComparator(places), new TimeComparator(), new SpeechComparator(), new EthnicityComparator(),
            new FamilyComparator(), new DisabilityComparator(), new ClothingComparator(), new WordsComparator("belongings", c => c.Belongings), new WordsComparator("foods", c => c.Foods), new IdFragmentComparator(),
        ];
        OrderHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Comparators.SelectMany(c => c.Steps.Select(s => $"{c.Feature}/{s.Name}/{s.Level}/{s.Scale}/{s.Neutral}"))))));
    }

    public IReadOnlyList<Comparator> Comparators { get; }

    /// <summary>SHA-256 over features and steps in order, lower-case hex. A model that was fitted to another order is refused.</summary>
    public string OrderHash { get; }

    /// <summary>One finding a comparator, in order.</summary>
    public Finding[] Compare(PreparedClues person, PreparedClues report)
    {
        var findings = new Finding[Comparators.Count];
        for (var i = 0; i < findings.Length; i++) findings[i] = Comparators[i].Compare(person, report);
        return findings;
    }
}

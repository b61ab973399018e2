using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Sex as seen and as reported; agreement says little, for half of all agree.</summary>
internal sealed class SexComparator() : Comparator("sex", new("different", AgreementLevel.Conflict), new("same", AgreementLevel.Weak))
{
    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (a, b) = (person.Clues.Sex, report.Clues.Sex);
        return a == Sex.Unknown || b == Sex.Unknown ? Finding.Nothing : new Finding(a == b ? 2 : 1, person, report);
    }

    public override string[] Values(in Finding finding, Vocabulary words) =>
        [words.Of(((PreparedClues)finding.Person!).Clues.Sex), words.Of(((PreparedClues)finding.Report!).Clues.Sex)];
}

namespace FamilyReunite.Matching.Comparison;

/// <summary>Ethnic groups where both sides name one; agreement on a small people says much, on the Han nothing.</summary>
internal sealed class EthnicityComparator() : Comparator("ethnicity", new("different", AgreementLevel.Conflict), new("same-han", AgreementLevel.Weak, Neutral: true), new("same", AgreementLevel.Strong))
{
    private const string Han = "汉";

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        if (person.Clues.Ethnicities.Count == 0 || report.Clues.Ethnicities.Count == 0) return Finding.Nothing;
        foreach (var p in person.Clues.Ethnicities)
        {
            foreach (var r in report.Clues.Ethnicities)
                if (p == r) return new Finding(p == Han ? 2 : 3, p, r);
        }
        return new Finding(1, person.Clues.Ethnicities[0], report.Clues.Ethnicities[0]);
    }

    public override string[] Values(in Finding finding, Vocabulary words) => [Vocabulary.Quote((string)finding.Person!), Vocabulary.Quote((string)finding.Report!)];
}

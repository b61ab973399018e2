using FamilyReunite.Clues;

namespace FamilyReunite.Matching.Comparison;

/// <summary>Lists of words (belongings, foods) that either share one or do not; not sharing one says nothing, for nobody lists everything.</summary>
internal sealed class WordsComparator(string feature, Func<ClueSet, IReadOnlyList<string>> words) : Comparator(feature, new("other", AgreementLevel.Weak, Neutral: true), new("same", AgreementLevel.Partial))
{
    private const int Shortest = 2;

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (mine, theirs) = (words(person.Clues), words(report.Clues));
        if (mine.Count == 0 || theirs.Count == 0) return Finding.Nothing;
        foreach (var p in mine)
        {
            foreach (var r in theirs)
            {
                if (p == r || (Math.Min(p.Length, r.Length) >= Shortest && (p.Contains(r, StringComparison.Ordinal) || r.Contains(p, StringComparison.Ordinal)))) return new Finding(2, p, r);
            }
        }
        return new Finding(1, mine[0], theirs[0]);
    }

    public override string[] Values(in Finding finding, Vocabulary vocabulary) => [Vocabulary.Quote((string)finding.Person!), Vocabulary.Quote((string)finding.Report!)];
}

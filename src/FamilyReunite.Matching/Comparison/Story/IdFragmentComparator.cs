namespace FamilyReunite.Matching.Comparison;

/// <summary>Fragments of papers, cards and telephone numbers: the longest run of signs that both sides have. The sentence shows the last two signs alone.</summary>
internal sealed class IdFragmentComparator() : Comparator("id", new("other", AgreementLevel.Weak, Neutral: true), new("part", AgreementLevel.Strong), new("same", AgreementLevel.Exact))
{
    private const int Part = 4;
    private const int Same = 8;

    public override Finding Compare(PreparedClues person, PreparedClues report)
    {
        var (mine, theirs) = (person.Clues.IdFragments, report.Clues.IdFragments);
        if (mine.Count == 0 || theirs.Count == 0) return Finding.Nothing;
        var (longest, shared) = (0, "");
        foreach (var p in mine)
        {
            foreach (var r in theirs)
            {
                var run = Shared(p, r);
                if (run.Length > longest) (longest, shared) = (run.Length, run);
            }
        }
        return new Finding(longest >= Same ? 3 : longest >= Part ? 2 : 1, shared, shared);
    }

    public override string[] Values(in Finding finding, Vocabulary words)
    {
        var shared = (string)finding.Person!;
        return [words.Count(shared.Length), shared.Length >= Part ? shared[^2..] : ""];
    }

    private static string Shared(string a, string b)
    {
        var best = "";
        for (var i = 0; i < a.Length; i++)
        {
            for (var n = best.Length + 1; i + n <= a.Length && b.Contains(a.AsSpan(i, n), StringComparison.OrdinalIgnoreCase); n++) best = a.Substring(i, n);
        }
        return best;
    }
}

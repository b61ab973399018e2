using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Clues;
using FamilyReunite.Data;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Candidates;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching;
using FamilyReunite.Search;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Review.Why;

/// <summary>Goes the way of the match run for one pair and says where it ends. Changes nothing; who may ask is the caller's business.</summary>
public sealed class PairInquiry
{
    /// <summary>How deep the rank of a report is looked for.</summary>
    public const int Looked = 5000;

    private static readonly MatchState[] Standing = [MatchState.Proposed, MatchState.UnderReview, MatchState.AwaitingSecond];

    private readonly Services _use;

    internal PairInquiry(Services use) => _use = use;

    /// <param name="personId">A stranded person that exists.</param>
    /// <param name="reportId">A report that exists.</param>
    /// <returns>Problems: why the index or the model cannot be asked.</returns>
    public async Task<Outcome<WhyAnswer>> AskAsync(Guid personId, Guid reportId, CancellationToken ct)
    {
        await using var db = await _use.Databases.CreateDbContextAsync(ct);
        var stored = await db.CandidateMatches.AsNoTracking().Include(m => m.Decisions).Where(m => m.PersonId == personId && m.State != MatchState.Withdrawn).ToListAsync(ct);
        var match = stored.SingleOrDefault(m => m.ReportId == reportId);
        var silent = new WhyAnswer(personId, reportId, WhyVerdict.Listed, null, match?.LastDecision?.At, null, _use.Options.Retrieved, [], [], null, null);
        // what people decided counts before what became of the records since
        if (match?.State is MatchState.Confirmed or MatchState.Rejected) return silent with { Verdict = match.State == MatchState.Confirmed ? WhyVerdict.Confirmed : WhyVerdict.Rejected };
        var persons = await db.OpenPersonsAsync([personId], ct);
        if (persons.Count == 0) return silent with { Verdict = WhyVerdict.PersonNotOpen };
        var reports = await db.OpenReportsAsync([reportId], ct);
        if (reports.Count == 0) return silent with { Verdict = WhyVerdict.ReportNotOpen };
        var open = await _use.Ports.OpenAsync(ct);
        if (open.Value is not { } ports) return open.Problems.ToArray();
        var person = (await _use.Clues.ReadAsync(db, persons, ct))[personId];
        var report = (await _use.Clues.ReadAsync(db, reports, ct))[reportId];
        var record = (await ClueSource.LoadAsync(db, [reportId], ct))[0];
        return Judge(await CompareAsync(silent, ports, person, report, record, ct), match, stored);
    }

    /// <summary>The way of the pair through filters, retrieval and scoring; the verdict is still open where nothing stopped it.</summary>
    private async Task<(WhyAnswer Answer, WhyVerdict? Stopped)> CompareAsync(WhyAnswer answer, MatchPorts ports, ClueSet person, ClueSet report, CaseRecord record, CancellationToken ct)
    {
        var (query, document) = (_use.Tokenizer.Query(person, RecordKind.Missing, Looked), _use.Tokenizer.Document(record, report));
        var score = ports.Scorer.Score(person, report);
        var (shared, apart) = Families(query, document);
        answer = answer with { Shared = shared, Apart = apart, Probability = score.Probability, Evidence = EvidenceTable.Read(EvidenceJson.Write(score.Evidence), score.Prior, score.Score) };
        if (query.Sex != Sex.Unknown && document.Sex != Sex.Unknown && query.Sex != document.Sex) return (answer, WhyVerdict.OtherSex);
        if (query.BirthYears is { } asked && document.BirthYears is { } held && (asked.High < held.Low || held.High < asked.Low)) return (answer, WhyVerdict.OtherAge);
        var hits = await ports.Index.SearchAsync(query, ct);
        var at = hits.Select(h => h.RecordId).ToList().IndexOf(record.Id);
        answer = answer with { Rank = at < 0 ? null : at + 1 };
        return (answer, (at < 0 || at >= _use.Options.Retrieved) && !(await ports.AlikeAsync([person.RecordId], ct))[person.RecordId].Contains(record.Id) ? WhyVerdict.NotRetrieved : score.Probability < _use.Options.Floor ? WhyVerdict.TooUnlikely : null);
    }

    /// <summary>What stands in the list counts before what a comparison would come to now.</summary>
    private WhyAnswer Judge((WhyAnswer Answer, WhyVerdict? Stopped) way, CandidateMatch? match, List<CandidateMatch> stored)
    {
        var answer = way.Answer;
        var listed = stored.Where(m => Standing.Contains(m.State)).OrderByDescending(m => m.Probability).ThenByDescending(m => m.Score).ThenBy(m => m.ReportId).ToList();
        if (match is not null) return answer with { Verdict = WhyVerdict.Listed, Place = 1 + listed.IndexOf(match) };
        if (way.Stopped is { } verdict) return answer with { Verdict = verdict };
        var full = listed.Count >= _use.Options.KeptPerPerson && listed[_use.Options.KeptPerPerson - 1].Probability >= answer.Probability;
        return answer with { Verdict = full ? WhyVerdict.Crowded : WhyVerdict.NotYetCompared };
    }

    private static (IReadOnlyList<string> Shared, IReadOnlyList<string> Apart) Families(CandidateQuery query, IndexDocument document)
    {
        var held = document.Tokens.Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        var families = query.Tokens.GroupBy(t => t.Value[..t.Value.IndexOf(':', StringComparison.Ordinal)], t => held.Contains(t.Value), StringComparer.Ordinal).Select(f => (f.Key, Any: f.Contains(true))).ToList();
        return ([.. families.Where(f => f.Any).Select(f => f.Key)], [.. families.Where(f => !f.Any).Select(f => f.Key)]);
    }

    /// <summary>What the inquiry needs.</summary>
    internal sealed record Services(MatchPortsSource Ports, IClueTokenizer Tokenizer, ClueSource Clues, IDbContextFactory<ReuniteDb> Databases, MatchOptions Options);
}

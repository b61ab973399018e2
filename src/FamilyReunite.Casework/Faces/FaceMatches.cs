using System.Collections.Concurrent;
using System.Globalization;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Matching;
using FamilyReunite.Photos.Faces;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Casework.Faces;

/// <summary>The faces of one moment as a comparison of records uses them: who is like whom, and what that is worth. Thread-safe.</summary>
/// <param name="traits">What is known of a record; the same that the gallery filters by.</param>
/// <param name="shared">Where neighbours are looked for; null looks through the gallery itself.</param>
public sealed class FaceMatches(FaceGallery gallery, FaceCalibration? calibration, Func<Guid, FaceTraits> traits, IFaceIndex? shared = null)
{
    /// <summary>Records that join a person's text candidates for their face.</summary>
    public const int Neighbours = 20;

    private readonly ConcurrentDictionary<Asked, IReadOnlyList<FaceNeighbour>> _found = new();

    public bool IsEmpty => gallery.Count == 0;

    /// <summary>Records of the other kind most like this one among those whose sex and age may be its own, best first.</summary>
    public IReadOnlyList<FaceNeighbour> Near(Guid recordId) => Found(new Asked(recordId, Fitting(recordId)));

    /// <summary>The same in the gallery of one station.</summary>
    public IReadOnlyList<FaceNeighbour> NearIn(Guid recordId, Guid organisationId) => Found(new Asked(recordId, Fitting(recordId) with { OrganisationId = organisationId }));

    /// <summary>Those who are alike as relatives are, of any sex and age, without being alike enough to be taken for the same; empty without calibration.</summary>
    public IReadOnlyList<FaceNeighbour> MayBeKin(Guid recordId, Func<FaceNeighbour, FaceWorth?> worth) =>
        calibration?.KinFrom is { } from ? [.. NearOfAll(recordId).Where(n => n.Similarity >= from && worth(n) is not { Weight: > FaceCalibration.WeakLead })] : [];

    /// <summary>Records of the other kind most like this one, whatever their sex and age: a sister is alike too.</summary>
    public IReadOnlyList<FaceNeighbour> NearOfAll(Guid recordId) => Found(new Asked(recordId, FaceFilter.None));

    /// <summary>Asks the shared index for all these records together; <see cref="Near"/> then has its answers. Without one each is looked for when it is needed.</summary>
    public Task PrepareAsync(IReadOnlyCollection<Guid> records, CancellationToken ct) => AskAsync([.. records.Select(id => new Asked(id, Fitting(id)))], ct);

    /// <summary>The same for all that is asked of one record.</summary>
    /// <param name="organisationId">For <see cref="NearIn"/>; null for <see cref="Near"/>.</param>
    public Task PrepareAsync(Guid recordId, Guid? organisationId, CancellationToken ct) =>
        AskAsync([new Asked(recordId, Fitting(recordId) with { OrganisationId = organisationId }), new Asked(recordId, FaceFilter.None)], ct);

    /// <summary>Null when there is no number for it.</summary>
    public FaceWorth? Worth(FaceNeighbour pair, ClueSet a, ClueSet b)
    {
        var (ages, years) = Ages(pair, a, b);
        return calibration?.Of(pair.Similarity, pair.Own.Clear && pair.Other.Clear, ages, years);
    }

    /// <summary>Log-odds that the faces add; 0 where they say nothing.</summary>
    public double Weight(ClueSet person, ClueSet report) => calibration is not null && gallery.Best(person.RecordId, report.RecordId) is { } pair ? Worth(pair, person, report)?.Weight ?? 0 : 0;

    public Evidence Compare(ClueSet person, ClueSet report)
    {
        if (gallery.Best(person.RecordId, report.RecordId) is not { } pair) return FaceWords.Missing;
        if (Worth(pair, person, report) is { } worth) return FaceWords.Calibrated(worth);
        var (ages, years) = Ages(pair, person, report);
        if (calibration?.Knows(pair.Own.Clear && pair.Other.Clear, ages, years) == true) return FaceWords.Unlike;
        var place = Near(person.RecordId).Select(n => n.Other.RecordId).ToList().IndexOf(report.RecordId);
        return place < 0 ? FaceWords.Unlike : FaceWords.Ranked(place + 1);
    }

    /// <summary>Changes when what <see cref="Compare"/> says does.</summary>
    public string Stamp(ClueSet person, ClueSet report)
    {
        var said = Compare(person, report);
        return said.Level == AgreementLevel.NothingToCompare ? "" : string.Create(CultureInfo.InvariantCulture, $"|face {gallery.Contract} {said.Weight:R} {said.En}");
    }

    private FaceFilter Fitting(Guid recordId)
    {
        var own = traits(recordId);
        return new FaceFilter(own.Sex, own.BirthYears);
    }

    private IReadOnlyList<FaceNeighbour> Found(Asked asked) => _found.GetOrAdd(asked, a => Best(Queries(a).SelectMany(q => gallery.Nearest(q.Query).Select(hit => new FaceNeighbour(q.Own, hit.Face, hit.Similarity)))));

    private async Task AskAsync(IReadOnlyCollection<Asked> records, CancellationToken ct)
    {
        if (shared is null) return;
        var open = records.Distinct().Where(a => !_found.ContainsKey(a)).SelectMany(a => Queries(a).Select(q => (Asked: a, q.Own, q.Query))).ToList();
        var answers = await shared.NearestAsync([.. open.Select(o => o.Query)], ct);
        foreach (var one in open.Zip(answers, (o, hits) => (o.Asked, o.Own, Hits: hits)).GroupBy(o => o.Asked))
            _found[one.Key] = Best(one.SelectMany(o => o.Hits.Select(hit => new FaceNeighbour(o.Own, gallery.Of(hit.RecordId).First(e => e.AttachmentId == hit.AttachmentId), hit.Similarity))));
    }

    private IEnumerable<(FaceEntry Own, FaceQuery Query)> Queries(Asked asked) =>
        gallery.Of(asked.RecordId).Select(own => (own, new FaceQuery(own.Values, own.IsReport ? RecordKind.Stranded : RecordKind.Missing, Neighbours, asked.Filter)));

    private static List<FaceNeighbour> Best(IEnumerable<FaceNeighbour> found) => [.. found.OrderByDescending(n => n.Similarity).ThenBy(n => n.Other.AttachmentId).DistinctBy(n => n.Other.RecordId).Take(Neighbours)];

    private static (FaceAges Ages, int? Years) Ages(FaceNeighbour pair, ClueSet a, ClueSet b)
    {
        if (pair.Own.Year == 0 || pair.Other.Year == 0) return (FaceAges.Adults, null);
        var born = a.Births.Concat(b.Births).Select(x => x.Born.MiddleYear).Order().ToList();
        var years = Math.Abs(pair.Own.Year - pair.Other.Year);
        // nobody says how old they were: what is known of adults may not hold
        if (born.Count == 0) return (FaceAges.Adults, null);
        var age = Math.Min(pair.Own.Year, pair.Other.Year) - born[born.Count / 2] - 1;
        return (age < 3 ? FaceAges.Infant : age < 18 ? FaceAges.Child : FaceAges.Adults, years);
    }

    private readonly record struct Asked(Guid RecordId, FaceFilter Filter);
}

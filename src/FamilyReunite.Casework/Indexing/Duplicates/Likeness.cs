using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Indexing.Duplicates;

/// <summary>How far two records of one kind speak of one person, as points by judgement: symmetric, and a contradiction ends it. Not a probability and never stored.</summary>
internal static class Likeness
{
    /// <summary>Below this nothing is shown.</summary>
    public const double Least = 3;

    public const double Likely = 5;
    public const double Strong = 8;

    /// <summary>Estimates of age from looks were wrong by this much and more.</summary>
    private const int BirthGapDays = 15 * 365;

    private const double HeightGapCm = 15;
    private const int SameTimeDays = 60;

    /// <summary>Points with their reasons, strongest first; empty when the two cannot be one person or nothing agrees.</summary>
    public static IReadOnlyList<(double Points, DuplicateReason Reason)> Compare(ClueSet draft, ClueSet stored)
    {
        if (Contradict(draft, stored)) return [];
        var found = new List<(double, DuplicateReason)>();
        // each mark counts once on either side, however many fit it
        var marked = draft.Marks.DistinctBy(m => m.Mark).Count(d => stored.Marks.Any(m => SameMark(d.Mark, m.Mark)));
        foreach (var m in stored.Marks.DistinctBy(m => m.Mark).Where(m => draft.Marks.Any(d => SameMark(d.Mark, m.Mark))).Take(marked)) Add(2.5, "mark", $"体表特征相同：{m.AsHeard}", $"The same mark: {m.AsHeard}");
        if (stored.Names.FirstOrDefault(n => draft.Names.Any(d => d.Text == n.Text)) is { } written) Add(4, "name", $"姓名相同：{written.Text}", $"The same name: {written.Text}");
        else if (stored.Names.FirstOrDefault(n => draft.Names.Any(d => SameSound(d, n))) is { } heard) Add(3, "name-sound", $"姓名读音相同：{heard.Text}", $"A name that sounds the same: {heard.Text}");
        if (stored.IdFragments.Any(f => draft.IdFragments.Contains(f, StringComparer.Ordinal))) Add(5, "id", "证件或号码片段相同", "The same fragment of a paper or number");
        if (Nearest(draft.LastPlaces, stored.LastPlaces, DivisionLevel.County) is { } place) Add(1.5, "place", $"地点在同一县区：{place.AsHeard}", $"A place in the same county: {place.AsHeard}");
        if (draft.LastSeen is { } a && stored.LastSeen is { } b && a.GapDays(b) <= SameTimeDays) Add(0.5, "time", "时间相近", "About the same time");
        if (Nearest(draft.Homes, stored.Homes, DivisionLevel.County) is { } home) Add(1.5, "home", $"家乡在同一县区：{home.AsHeard}", $"A home in the same county: {home.AsHeard}");
        if (draft.Births.Any(x => stored.Births.Any(y => x.Born.GapDays(y.Born) == 0))) Add(1, "age", "年龄相符", "The age agrees");
        if (draft.Heights.Any(x => stored.Heights.Any(y => x.Cm.GapTo(y.Cm) <= 3))) Add(0.5, "height", "身高相符", "The height agrees");
        foreach (var d in stored.Disabilities.Intersect(draft.Disabilities)) Add(1, "condition", "身体或精神状况相同", "The same condition");
        if (stored.Ethnicities.Intersect(draft.Ethnicities, StringComparer.Ordinal).FirstOrDefault(e => e != "汉") is { } e) Add(1, "ethnicity", $"民族相同：{e}", $"The same ethnic group: {e}");
        if (Shared(draft.Clothing, stored.Clothing) is { } cloth) Add(0.5, "clothes", $"衣着相同：{cloth}", $"The same clothes: {cloth}");
        if (Shared(draft.Belongings, stored.Belongings) is { } item) Add(1, "belonging", $"随身物品相同：{item}", $"The same belonging: {item}");
        return [.. found.OrderByDescending(f => f.Item1)];

        void Add(double points, string key, string zh, string en) => found.Add((points, new DuplicateReason(key, zh, en)));
    }

    private static bool Contradict(ClueSet a, ClueSet b) =>
        (a.Sex != Sex.Unknown && b.Sex != Sex.Unknown && a.Sex != b.Sex)
        || (a.Births.Count > 0 && b.Births.Count > 0 && a.Births.All(x => b.Births.All(y => x.Born.GapDays(y.Born) > BirthGapDays)))
        || (a.Heights.Count > 0 && b.Heights.Count > 0 && a.Heights.All(x => b.Heights.All(y => x.Cm.GapTo(y.Cm) > HeightGapCm)));

    private static bool SameMark(BodyMark a, BodyMark b) =>
        a.Kind == b.Kind && a.Part == b.Part && a.Part != BodyPart.Unknown && (a.Side == b.Side || a.Side == BodySide.Unknown || b.Side == BodySide.Unknown);

    private static bool SameSound(NameClue a, NameClue b) =>
        a.Readings.Count > 1 && a.Readings.Count == b.Readings.Count && a.Readings.Zip(b.Readings).All(p => p.First.Intersect(p.Second, StringComparer.Ordinal).Any());

    private static PlaceClue? Nearest(IReadOnlyList<PlaceClue> draft, IReadOnlyList<PlaceClue> stored, DivisionLevel level) =>
        stored.FirstOrDefault(s => s.Code.Level >= level && draft.Any(d => d.Code.Level >= level && d.Code.At(level) == s.Code.At(level)));

    private static string? Shared(IReadOnlyList<string> a, IReadOnlyList<string> b) => b.FirstOrDefault(x => a.Contains(x, StringComparer.Ordinal));
}

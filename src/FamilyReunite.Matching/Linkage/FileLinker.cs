using FamilyReunite.Domain;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Fit;
using FamilyReunite.Matching.Linkage.Labels;
using FamilyReunite.Matching.Linkage.Resolution;

namespace FamilyReunite.Matching.Linkage;

/// <summary>Links two person files, or finds duplicates in one. Nothing is known of the files beforehand: weights are learnt from them.</summary>
public static class FileLinker
{
    /// <summary>Every row keeps its best pairs down to this weight …</summary>
    private const double Least = -9;

    /// <summary>… and, however weak, this many.</summary>
    private const int Always = 20;

    /// <returns>The links, or what stands in the way (codes <c>link.*</c>, see <see cref="ColumnMatch"/> and <see cref="PairNumbers"/>).</returns>
    public static Outcome<LinkResult> Link(LinkRequest request, IProgress<LinkProgress>? progress, CancellationToken ct)
    {
        if (Unknown(request) is { } unknown) return unknown;
        var left = request.Map ?? ColumnGuess.Of(request.Left);
        var right = request.Right is null ? null : request.Map ?? ColumnGuess.Of(request.Right);
        var joined = ColumnMatch.Join(request.Left, left, request.Right, right);
        if (joined.Value is not { } people) return joined.Problems.ToArray();
        if (people.Columns.All(c => c.Cells.Distinct().Take(2).Count() < 2)) return new Problem("link.all-equal", "map", string.Join(", ", people.Columns.Select(c => c.Name)));
        var gold = PairNumbers.Of(people, request.Gold ?? [], "gold");
        var labels = PairNumbers.Of(people, request.Labels ?? [], "labels");
        if (!gold.Succeeded || !labels.Succeeded) return gold.Problems.Concat(labels.Problems).ToArray();
        var linked = Linker.Link(people, labels.Value!, progress, ct);
        return new LinkResult(Kept(linked), right is null ? [left] : [left, right], request.Map is null, linked.LeftUnique, linked.RightUnique, linked.Notes) { Details = linked };
    }

    private static Problem? Unknown(LinkRequest request)
    {
        if (request.Map is not { } map) return null;
        foreach (var column in map.Columns)
            if (request.Left.IndexOf(column.Name) < 0 && (request.Right is null || request.Right.IndexOf(column.Name) < 0))
                return new Problem("link.map-column", column.Name, column.Name, request.Left.Name, string.Join(", ", request.Left.Columns));
        if (map.Id is { } id)
            foreach (var file in request.Right is null ? [request.Left] : new[] { request.Left, request.Right })
                if (file.IndexOf(id) < 0) return new Problem("link.map-column", id, id, file.Name, string.Join(", ", file.Columns));
        return null;
    }

    private static List<Link> Kept(LinkedFiles linked)
    {
        var pairs = linked.Pairs;
        var order = new int[pairs.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(Array.ConvertAll(order, i => -pairs[i].Weight), order);
        var (links, kept) = (new List<Link>(), new byte[linked.People.Count]);
        foreach (var i in order)
        {
            var p = pairs[i];
            if (p.Weight < Least && kept[p.A] >= Always && kept[p.B] >= Always) continue;
            if (kept[p.A] < byte.MaxValue) kept[p.A]++;
            if (kept[p.B] < byte.MaxValue) kept[p.B]++;
            links.Add(new Link(linked.People.Ids[p.A], linked.People.Ids[p.B], LinkModel.Probability(p.Weight), p.Weight));
        }
        return links;
    }
}

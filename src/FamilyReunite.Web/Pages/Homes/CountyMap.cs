using System.Globalization;
using System.Text;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Web.Pages.Homes;

/// <param name="Step">1 to 5: under 1 %, from 1 %, 3 %, 10 %, 30 %.</param>
public sealed record MapDot(County County, int X, int Y, double Probability, int Step)
{
    /// <summary>In units of the map.</summary>
    public int Radius => Step switch { 1 => 3, 2 => 5, 3 => 7, 4 => 10, _ => 14 };
}

/// <summary>A name written on the map.</summary>
/// <param name="IsCrowded">Another name stands so near that on a small screen only one can be read.</param>
public sealed record MapLabel(string Name, int X, int Y, bool IsCrowded);

/// <summary>The part of the map that is seen; its height follows from the map's.</summary>
public sealed record MapView(int X, int Y, int Across)
{
    /// <summary>How much smaller things are drawn here than on the whole map.</summary>
    public double Zoom => (double)Across / CountyMap.Width;

    /// <summary>The same for dots, which grow a little where there is room between them.</summary>
    public double DotZoom => Math.Pow(Zoom, .6);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X} {Y} {Across} {Across * CountyMap.Height / CountyMap.Width}");
}

/// <summary>The counties of China as dots on a grid, 1,000 units wide. The ground is the same for everybody; a belief adds shaded dots.</summary>
public static class CountyMap
{
    public const int Width = 1000;

    /// <summary>Under this a county stands among the ground's dots, without a mark of its own.</summary>
    public const double Shown = 0.002;

    private static readonly Lazy<((int X, int Y)[] At, int Height)> Grid = new(Lay);
    private static readonly Lazy<string> GroundPath = new(() => Dots(Enumerable.Range(0, CountySet.All.Count)));
    private static readonly Lazy<string> GroundNames = new(() => string.Join('|', CountySet.All.GroupBy(c => c.Province).Select(p => p.Key + "/" + string.Join(',', p.Select(c => c.Name)))));
    private static readonly Lazy<IReadOnlyList<MapLabel>> ProvinceLabels = new(Label);

    public static int Height => Grid.Value.Height;

    /// <summary>One path that draws a round dot for each county, in the order of <see cref="CountySet"/>: a move by (dx, dy) from the last and a line of no length.</summary>
    public static string Ground => GroundPath.Value;

    /// <summary>Names in the same order: "province/county,county|province/…".</summary>
    public static string Names => GroundNames.Value;

    public static IReadOnlyList<MapLabel> Provinces => ProvinceLabels.Value;

    /// <summary>The dots of a belief, faint ones first so that strong ones lie on top; all counties of <paramref name="area"/>, however faint, where one is looked at.</summary>
    public static IReadOnlyList<MapDot> Of(HomeDistribution belief, DivisionCode? area)
    {
        var near = area is { } a ? CountySet.Within(a).ToHashSet() : [];
        return [.. CountySet.All.Select((c, i) => new MapDot(c, Grid.Value.At[i].X, Grid.Value.At[i].Y, belief.Probabilities[i], StepOf(belief.Probabilities[i])))
            .Where((d, i) => (!belief.Declined && d.Probability >= Shown) || near.Contains(i)).OrderBy(d => d.Probability)];
    }

    /// <summary>The part of the map that shows an area with some ground around it; the whole map without one.</summary>
    public static MapView View(DivisionCode? area)
    {
        var inside = area is { } a ? CountySet.Within(a.At(a.Level > DivisionLevel.Prefecture ? DivisionLevel.Prefecture : a.Level)) : [];
        if (inside.Count == 0) return new MapView(0, 0, Width);
        var at = inside.Select(i => Grid.Value.At[i]).ToList();
        var (left, right, top, bottom) = (at.Min(p => p.X), at.Max(p => p.X), at.Min(p => p.Y), at.Max(p => p.Y));
        var across = Math.Clamp(Math.Max(right - left, (bottom - top) * Width / Height) * 5 / 4, 120, Width);
        return new MapView((left + right - across) / 2, (top + bottom - across * Height / Width) / 2, across);
    }

    public static int StepOf(double probability) => probability switch { >= .3 => 5, >= .1 => 4, >= .03 => 3, >= .01 => 2, _ => 1 };

    private static ((int, int)[], int) Lay()
    {
        const int margin = 16;
        var flat = CountySet.All.Select(c => MapProjection.Of(c.Centre)).ToList();
        var (left, top) = (flat.Min(p => p.X), flat.Max(p => p.Y));
        var scale = (Width - 2 * margin) / (flat.Max(p => p.X) - left);
        (int X, int Y)[] at = [.. flat.Select(p => ((int)Math.Round((p.X - left) * scale) + margin, (int)Math.Round((top - p.Y) * scale) + margin))];
        return (at, at.Max(p => p.Y) + margin);
    }

    private static string Dots(IEnumerable<int> counties)
    {
        var path = new StringBuilder("M0 0");
        var (x, y) = (0, 0);
        foreach (var i in counties)
        {
            var (toX, toY) = Grid.Value.At[i];
            path.Append(CultureInfo.InvariantCulture, $"m{toX - x}{(toY < y ? "" : " ")}{toY - y}h0");
            (x, y) = (toX, toY);
        }
        return path.ToString();
    }

    /// <summary>The larger a province, the sooner its name is written; one that would cover another is left out.</summary>
    private static List<MapLabel> Label()
    {
        var written = new List<MapLabel>();
        var provinces = CountySet.All.Select((c, i) => (c.Province, Grid.Value.At[i])).GroupBy(c => c.Province, c => c.Item2, StringComparer.Ordinal).OrderByDescending(g => g.Count());
        foreach (var p in provinces)
        {
            var (x, y) = ((int)p.Average(c => c.X), (int)p.Average(c => c.Y));
            if (!written.Exists(o => Math.Abs(o.X - x) < 44 && Math.Abs(o.Y - y) < 22)) written.Add(new MapLabel(Short(p.Key), x, y, written.Exists(o => !o.IsCrowded && Math.Abs(o.X - x) < 78 && Math.Abs(o.Y - y) < 40)));
        }
        return written;
    }

    /// <summary>"内蒙古", "新疆", "四川".</summary>
    private static string Short(string province) => province.StartsWith("内蒙古", StringComparison.Ordinal) || province.StartsWith("黑龙江", StringComparison.Ordinal) ? province[..3] : province[..2];
}

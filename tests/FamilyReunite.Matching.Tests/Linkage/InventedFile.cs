using System.Globalization;
using FamilyReunite.Matching.Linkage;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Invented;

namespace FamilyReunite.Matching.Tests.Linkage;

/// <summary>A person file of invented people with true links: several rows a person, with slips, gaps, other spellings, exchanged names.</summary>
internal sealed class InventedFile
{
    private readonly Random _random;
    private readonly InventedName _names;
    private readonly NameVariant _variant;
    private readonly List<(int Person, string[] Cells)> _rows = [];

    private InventedFile(int seed)
    {
        _random = new Random(seed);
        (_names, _variant) = (new InventedName(_random), new NameVariant(_random));
    }

    private bool _families;
    private (string Surname, string Town, string Area, string Work)? _before;

    public PersonFile File { get; private set; } = null!;

    public IReadOnlyList<NamedPair> Gold { get; private set; } = [];

    /// <summary>Few columns and many gaps: given name, surname, birth date, city, e-mail.</summary>
    public static InventedFile Accounts(int rows, int seed) => new InventedFile(seed).Fill(rows, ["unique_id", "first_name", "surname", "dob", "city", "email"], f => f.Account());

    /// <summary>Long lives of a name: full name with titles, parts of it, birth date often by its year, birth place, postcode, sex, occupation.</summary>
    public static InventedFile Figures(int rows, int seed) => new InventedFile(seed).Fill(rows, ["id", "full_name", "first_name", "surname", "dob", "birth_place", "postcode", "gender", "occupation"], f => f.Figure());

    /// <summary>As <see cref="Figures"/>, and four in ten are relatives of the one before: the same surname, town, postcode area and trade.</summary>
    public static InventedFile Families(int rows, int seed) => new InventedFile(seed) { _families = true }.Fill(rows, ["id", "full_name", "first_name", "surname", "dob", "birth_place", "postcode", "gender", "occupation"], f => f.Figure());

    private InventedFile Fill(int rows, string[] columns, Func<InventedFile, Func<string[]>> person)
    {
        for (var p = 0; _rows.Count < rows; p++)
        {
            var write = person(this);
            for (var k = _random.Next(1, 8); k > 0; k--) _rows.Add((p, write()));
        }
        var shuffled = _rows.Take(rows).ToArray();
        _random.Shuffle(shuffled);
        File = new PersonFile("invented.csv", columns, [.. shuffled.Select((r, i) => (string[])[Id(i), .. r.Cells])]);
        Gold = [.. shuffled.Select((r, i) => (r.Person, Row: i)).GroupBy(x => x.Person, x => x.Row).SelectMany(g => g.SelectMany(a => g.Where(b => b > a).Select(b => new NamedPair(Id(a), Id(b), true, 1))))];
        return this;
    }

    private Func<string[]> Account()
    {
        var (name, city, year, day) = (_names.Western(), _names.Western()[^1] + "ton", _random.Next(1950, 2015), _random.Next(365));
        var mail = $"{name[0]}{_random.Next(10, 99)}@{_names.Western()[^1]}.org";
        return () => Gaps(.18, _random.Next(20) == 0 ? [Slip(name[^1]), Slip(name[0]), Date(year, day), Slip(city), Slip(mail)] : [Slip(name[0]), Slip(name[^1]), Date(year, day), Slip(city), Slip(mail)]);
    }

    private Func<string[]> Figure()
    {
        var (name, town, year, day) = (_names.Western(), _names.Western()[^1] + "ford", _random.Next(1700, 1950), _random.Next(365));
        var (postcode, work, title) = ($"{(char)('a' + _random.Next(20))}{_random.Next(1, 30)} {_random.Next(1, 9)}ab", "painter writer soldier priest lawyer".Split(' ')[_random.Next(5)], _random.Next(8) == 0 ? $" 1st baron {_names.Western()[^1]}" : "");
        if (_families && _before is { } kin && _random.Next(10) < 4) (name[^1], town, postcode, work) = (kin.Surname, kin.Town, $"{kin.Area} {_random.Next(1, 9)}ab", kin.Work);
        _before = (name[^1], town, postcode[..postcode.IndexOf(' ', StringComparison.Ordinal)], work);
        return () =>
        {
            var written = _variant.Of(name);
            return Gaps(.15, [string.Join(' ', written) + title, written[0], Slip(name[^1]), _random.Next(6) == 0 ? $"{year}-01-01" : Date(year, day), Slip(town), _random.Next(6) == 0 ? postcode[..3] + " 9zz" : postcode, "male", work]);
        };
    }

    private string Slip(string word) => _random.Next(6) == 0 ? _variant.Slip(word) : word;

    private string Date(int year, int day)
    {
        var date = new DateOnly(year, 1, 1).AddDays(_random.Next(8) == 0 ? _random.Next(365) : day);
        return (_random.Next(12) == 0 ? date.AddYears(_random.Next(-3, 4)) : date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private string[] Gaps(double share, string[] cells) => [.. cells.Select(c => _random.NextDouble() < share ? "" : c)];

    private static string Id(int row) => "r" + row.ToString(CultureInfo.InvariantCulture);
}

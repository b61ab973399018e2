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

    /// <summary>The same columns in a worse hand: letters fall out and change places in every cell, names are cut short, birth dates differ by a digit, an e-mail is often all that is left.</summary>
    public static InventedFile Scrawled(int rows, int seed) => new InventedFile(seed).Fill(rows, ["unique_id", "first_name", "surname", "dob", "city", "email"], f => f.Scrawl());

    /// <summary>A household directory: given name, surname, street number, two address lines, suburb, postcode, state, birth date, identity number; slips, sounds and swapped fields.</summary>
    public static InventedFile Directory(int rows, int seed) => new InventedFile(seed).Fill(rows, ["rec_id", "given_name", "surname", "street_number", "address_1", "suburb", "postcode", "state", "date_of_birth", "soc_sec_id"], f => f.Household());

    /// <summary>A clinic's registry: names in any order, birth year often alone, telephone and identity number by halves.</summary>
    public static InventedFile Registry(int rows, int seed) => new InventedFile(seed).Fill(rows, ["uid", "name_a", "name_b", "sex", "birth", "phone", "id_card", "village"], f => f.Patient());

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

    private Func<string[]> Scrawl()
    {
        var (name, city, year, day) = (_names.Western(), _names.Western()[^1] + "ton", _random.Next(1950, 2020), _random.Next(365));
        var mail = $"{name[0]}{name[^1][..1]}{_random.Next(10, 99)}@{_names.Western()[^1]}-{_names.Western()[^1]}.com";
        return () =>
        {
            var (first, last) = (Scrawl(Cut(name[0])), Scrawl(name[^1]));
            if (_random.Next(8) == 0) (first, last) = (last, first);
            return [Gap(.17, first), Gap(.18, last), Digit(new DateOnly(year, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Gap(.2, Scrawl(city)), Gap(.21, Scrawl(mail))];
        };
    }

    private Func<string[]> Household()
    {
        var (name, street, suburb, year, day) = (_names.Western(), _names.Western()[^1] + " " + Pick("street place crescent circuit close"), _names.Western()[^1] + Pick("ville park field"), _random.Next(1900, 2000), _random.Next(365));
        var (number, postcode, state, id) = (Number(_random.Next(1, 200)), Number(_random.Next(2000, 8000)), Pick("nsw vic qld wa sa tas"), Number(_random.Next(1_000_000, 9_999_999)));
        return () =>
        {
            var (first, last) = (Slip(name[0]), Slip(name[^1]));
            if (_random.Next(10) == 0) (first, last) = (last, first);
            var date = new DateOnly(year, 1, 1).AddDays(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            return [Gap(.05, first), Gap(.04, last), Gap(.08, _random.Next(12) == 0 ? _variant.Slip(number + "0") : number), Gap(.05, Slip(street)), Gap(.03, Slip(suburb)), Gap(.02, _random.Next(8) == 0 ? _variant.Slip(postcode) : postcode), Gap(.06, state), Gap(.1, _random.Next(8) == 0 ? Digit(date) : date), _random.Next(8) == 0 ? _variant.Slip(id) : id];
        };
    }

    private Func<string[]> Patient()
    {
        var (name, year, day, village, sex) = (_names.Make(), _random.Next(1940, 2020), _random.Next(365), _names.Western()[^1] + Pick("bo nda ti ru"), Pick("f m"));
        var (phone, card) = ("07" + Number(_random.Next(10_000_000, 99_999_999)), Pick("CM CF") + Number(_random.Next(100_000, 999_999)) + Number(_random.Next(100_000, 999_999)));
        return () =>
        {
            var written = _variant.Of(name);
            var date = new DateOnly(year, 1, 1).AddDays(day);
            return [written[0], string.Join(' ', written[1..]), Gap(.02, sex), _random.Next(3) == 0 ? Number(year) : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Gap(.4, _random.Next(10) == 0 ? _variant.Slip(phone) : phone), Gap(.5, card), Gap(.1, Slip(village))];
        };
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

    private string Pick(string words) => words.Split(' ') is var w ? w[_random.Next(w.Length)] : "";

    private string Gap(double share, string cell) => _random.NextDouble() < share ? "" : cell;

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private string Cut(string word) => _random.Next(10) == 0 && word.Length > 4 ? word[..3] : word;

    /// <summary>Up to three slips.</summary>
    private string Scrawl(string word)
    {
        for (var n = _random.Next(4) == 0 ? _random.Next(1, 4) : 0; n > 0; n--) word = _variant.Slip(word);
        return word;
    }

    /// <summary>Now and then another digit.</summary>
    private string Digit(string date)
    {
        if (_random.Next(5) > 0) return date;
        var at = _random.Next(date.Length);
        return char.IsDigit(date[at]) ? date[..at] + (char)('0' + _random.Next(at is 5 ? 2 : 10)) + date[(at + 1)..] : date;
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

using System.Globalization;
using FamilyReunite.Matching.Linkage.Invented;
using FamilyReunite.Matching.Linkage.Tables;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>Lives as reference works give them: up to twenty rows a person, from careful to nearly empty; titles, pet names, a second name, birth days known by their year, several trades and postcodes; four in ten have relatives.</summary>
internal sealed class LivesFile(int seed)
{
    private static readonly string[] Columns = ["full_name", "first_and_surname", "first_name", "surname", "dob", "birth_place", "postcode_fake", "gender", "occupation"];
    private static readonly string[] Ranks = ["1st baron", "2nd earl of", "3rd baronet of", "sir", "lady", "5th viscount"];
    private static readonly string[] Trades = "politician writer painter cricketer footballer actor soldier priest lawyer physician botanist engineer composer poet architect judge merchant photographer sculptor astronomer chemist geologist singer historian teacher economist explorer farmer officer banker".Split(' ');
    private static readonly Dictionary<string, string[]> Pets = LinkageTable.Rows("nicknames.tsv").Select(r => r[0].Split(' ')).SelectMany(g => g.Select(n => (n, g))).GroupBy(x => x.n).ToDictionary(x => x.Key, x => x.First().g);
    private readonly Pen _pen = new(new Random(seed));
    private InventedName _names = null!;
    private (string Town, string Area)[] _towns = [];
    private Life? _before;

    private sealed record Life(string[] Given, string Surname, string Rank, string Second, DateOnly Born, (string Town, string Area) Home, string[] Codes, string Sex, string[] Trades);

    public MadeFile Make(string name, int rows)
    {
        _names = new InventedName(_pen.Random);
        _towns = [.. Enumerable.Range(0, 700).Select(_ => (_names.Western()[^1] + _pen.Pick(["", "ton", "ford", " regis"]), $"{(char)('a' + _pen.Random.Next(20))}{(char)('a' + _pen.Random.Next(20))}{_pen.Number(1, 40)}"))];
        var all = new List<(int, string[])>();
        for (var p = 0; all.Count < rows; p++)
        {
            var life = Person();
            for (var n = _pen.Now(.1) ? 1 : _pen.Random.Next(2, 21); n > 0 && all.Count < rows; n--) all.Add((p, Row(life)));
        }
        return MadeFile.Of(name, Columns, all, _pen.Random);
    }

    private Life Person()
    {
        var (kin, name) = (_pen.Now(.4) ? _before : null, _names.Western());
        var home = kin?.Home ?? _towns[(int)(_towns.Length * Math.Pow(_pen.Random.NextDouble(), 2))];
        return _before = new Life(name[..^1], kin?.Surname ?? name[^1], _pen.Now(.15) ? $"{_pen.Pick(Ranks)} {_names.Western()[^1]}" : "", _pen.Now(.3) ? $"{_names.Western()[0]} {_names.Western()[^1]}" : "", _pen.Day(1600, 1980), home,
            [.. Enumerable.Range(0, 3).Select(_ => $"{home.Area} {_pen.Number(1, 9)}{(char)('a' + _pen.Random.Next(20))}{(char)('a' + _pen.Random.Next(20))}")], _pen.Now(.3) ? "female" : "male",
            kin is not null && _pen.Now(.5) ? kin.Trades : [_pen.Pick(Trades), _pen.Pick(Trades)]);
    }

    private string[] Row(Life p)
    {
        var bad = _pen.Now(.4) ? .05 : _pen.Now(.6) ? .25 : .6;
        var (words, title) = Name(p, bad);
        var full = string.Join(' ', words) + title;
        var (first, last) = (words[0], (title.Length > 0 ? full : words[^1]).Split(' ')[^1]);
        return
        [
            full, _pen.Now(.05) ? "" : $"{first} {last}", _pen.Gap(.03, first), _pen.Gap(.05 + bad / 3, words.Length > 1 || title.Length > 0 ? last : ""),
            Born(p, bad), _pen.Gap(.1 + bad / 2, _pen.Now(bad / 2) ? _towns[_pen.Random.Next(_towns.Length)].Town : Damaged(p.Home.Town, bad)),
            _pen.Gap(.1 + bad / 2, _pen.Now(bad / 3) ? _towns[_pen.Random.Next(_towns.Length)].Area + " 1aa" : Damaged(_pen.Now(.7) ? p.Codes[0] : _pen.Pick(p.Codes), bad)), _pen.Gap(.15 + bad / 2, p.Sex), _pen.Gap(.1 + bad / 2, _pen.Now(.8) ? p.Trades[0] : _pen.Pick(p.Trades)),
        ];
    }

    private (string[] Words, string Title) Name(Life p, double bad)
    {
        if (p.Second.Length > 0 && _pen.Now(.25)) return (p.Second.Split(' '), "");
        var given = p.Given.Select(g => _pen.Now(.12) && Pets.TryGetValue(g, out var pets) ? _pen.Pick(pets) : _pen.Now(bad / 4) ? g[..1] : g).ToList();
        if (given.Count > 1 && _pen.Now(.4)) given.RemoveAt(_pen.Random.Next(given.Count));
        string[] words = [.. given.Select(g => Damaged(g, bad)), Damaged(p.Surname, bad)];
        if (_pen.Now(.06)) Array.Reverse(words);
        if (_pen.Now(bad / 5)) words = words[..1];
        return (words, p.Rank.Length > 0 && _pen.Now(.5) ? (_pen.Now(.5) ? ", " : " ") + p.Rank : "");
    }

    private string Born(Life p, double bad) => _pen.Gap(.08 + bad / 2, _pen.Random.NextDouble() switch
    {
        < .1 => string.Create(CultureInfo.InvariantCulture, $"{p.Born.Year}-01-01"),
        var r when r < .1 + bad * .4 => _pen.Digit(Pen.Iso(p.Born)),
        var r when r < .1 + bad * .7 => Pen.Iso(_pen.Day(1600, 1980)),
        _ => Pen.Iso(p.Born),
    });

    private string Damaged(string word, double bad)
    {
        for (var n = 0; n < 3 && _pen.Now(bad); n++) word = _pen.Wrong(word);
        return word;
    }
}

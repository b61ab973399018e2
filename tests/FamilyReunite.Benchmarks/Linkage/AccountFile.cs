using FamilyReunite.Matching.Linkage.Invented;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>Accounts in a bad hand: one to eight rows a person; names empty, exchanged, cut, with letters out of place; birth dates off by a digit, a month or wholly; a fifth of the towns and e-mails missing and as many misspelt.</summary>
internal sealed class AccountFile(int seed)
{
    private static readonly string[] Columns = ["first_name", "surname", "dob", "city", "email"];
    private readonly Pen _pen = new(new Random(seed));

    public MadeFile Make(string name, int rows)
    {
        var names = new InventedName(_pen.Random);
        var towns = Enumerable.Range(0, 90).Select(_ => names.Western()[^1] + _pen.Pick(["", "ton", " upon sea"])).ToArray();
        var domains = Enumerable.Range(0, 250).Select(_ => names.Western()[^1] + _pen.Pick([".com", ".org", ".net", "-" + names.Western()[^1] + ".info"])).ToArray();
        var all = new List<(int, string[])>();
        for (var p = 0; all.Count < rows; p++)
        {
            var (who, born, town) = (names.Western(), _pen.Day(1950, 2020), _pen.Now(.45) ? "london" : _pen.Pick(towns));
            var mail = $"{who[0]}{(_pen.Now(.5) ? "." + who[^1] : who[^1][..1])}{_pen.Number(10, 99)}@{_pen.Pick(domains)}";
            var bad = _pen.Random.NextDouble() * .8;
            for (var n = _pen.Random.Next(1, 9); n > 0 && all.Count < rows; n--) all.Add((p, Row(who, born, town, mail, bad)));
        }
        return MadeFile.Of(name, Columns, all, _pen.Random);
    }

    private string[] Row(string[] who, DateOnly born, string town, string mail, double bad)
    {
        var (first, last) = (Damaged(who[0], bad), Damaged(who[^1], bad));
        if (_pen.Now(bad * .4)) (first, last) = (last, first);
        return [_pen.Gap(.17, first), _pen.Gap(.18, last), Born(born, bad), _pen.Gap(.2, Damaged(town, bad)), _pen.Gap(.21, Damaged(mail, bad * 1.4))];
    }

    private string Born(DateOnly born, double bad) => _pen.Random.NextDouble() switch
    {
        var r when r < bad * .5 => _pen.Digit(Pen.Iso(born)),
        var r when r < bad * .75 => Pen.Iso(born.AddDays(_pen.Random.Next(-45, 46))),
        var r when r < bad * .95 => Pen.Iso(born.AddMonths(_pen.Random.Next(-60, 61)).AddDays(_pen.Random.Next(-9, 10))),
        var r when r < bad * 1.1 => Pen.Iso(_pen.Day(1950, 2020)),
        _ => Pen.Iso(born),
    };

    private string Damaged(string word, double bad)
    {
        for (var n = 0; n < 3 && _pen.Now(bad); n++) word = _pen.Now(.3) ? _pen.Far(word) : _pen.Slip(word);
        return word;
    }
}

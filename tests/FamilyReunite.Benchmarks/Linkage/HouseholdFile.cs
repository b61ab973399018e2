using System.Globalization;
using FamilyReunite.Matching.Linkage.Invented;

namespace FamilyReunite.Benchmarks.Linkage;

/// <summary>A directory of households: an original and copies of it with up to <c>perField</c> errors in a field and <c>perRow</c> in a row, fields emptied, given name and surname exchanged.</summary>
internal sealed class HouseholdFile(int seed, int perField, int perRow)
{
    private static readonly string[] Columns = ["given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth", "age", "phone_number", "soc_sec_id"];
    private static readonly string[] States = ["nsw", "vic", "qld", "wa", "sa", "tas", "act"];
    private static readonly string[] Ways = ["street", "place", "crescent", "circuit", "close", "avenue"];
    private readonly Pen _pen = new(new Random(seed));

    /// <param name="most">Copies of one original.</param>
    public MadeFile One(string name, int originals, int copies, int most)
    {
        var people = People(originals);
        var rows = people.Select((p, i) => (i, p)).ToList();
        var left = new int[originals];
        for (var n = 0; n < copies;)
        {
            var who = (int)(originals * Math.Pow(_pen.Random.NextDouble(), 1.4));
            if (left[who]++ >= most) continue;
            rows.Add((who, Copy(people[who])));
            n++;
        }
        return MadeFile.Of(name, Columns, rows, _pen.Random);
    }

    public MadeFile Two(string name, int originals)
    {
        var people = People(originals);
        return MadeFile.Of(name, Columns, [.. people.Select((p, i) => (i, p))], [.. people.Select((p, i) => (i, Copy(p))).OrderBy(_ => _pen.Random.Next())]);
    }

    private List<string[]> People(int count)
    {
        var names = new InventedName(_pen.Random);
        var towns = Enumerable.Range(0, 900).Select(_ => (Town: names.Western()[^1] + _pen.Pick(["", " hills", "ville", " park"]), State: _pen.Pick(States), Post: _pen.Number(2000, 7999))).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Person(names, towns[(int)(towns.Length * Math.Pow(_pen.Random.NextDouble(), 2))]))];
    }

    private string[] Person(InventedName names, (string Town, string State, string Post) town)
    {
        var (name, day) = (names.Western(), _pen.Day(1900, 1999));
        return
        [
            _pen.Gap(.04, name[0]), _pen.Gap(.02, name[^1]), _pen.Gap(.04, _pen.Number(1, 300)), names.Western()[^1] + " " + _pen.Pick(Ways), _pen.Gap(.45, names.Western()[0] + " " + names.Western()[^1]), town.Town, town.Post, _pen.Gap(.1, town.State),
            _pen.Gap(.05, day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)), _pen.Gap(.2, _pen.Number(18, 45)), _pen.Gap(.1, "0" + _pen.Number(2, 9) + " " + _pen.Number(10_000_000, 99_999_999)), _pen.Number(1_000_000, 9_999_999),
        ];
    }

    private string[] Copy(string[] original)
    {
        var copy = (string[])original.Clone();
        for (var (done, inField) = (0, new int[copy.Length]); done < perRow && (done == 0 || _pen.Now(.75)); done++)
        {
            var at = _pen.Random.Next(copy.Length);
            if (inField[at]++ >= perField || copy[at].Length == 0) continue;
            if (at < 2 && _pen.Now(.15)) (copy[0], copy[1]) = (copy[1], copy[0]);
            else copy[at] = _pen.Now(.15) ? "" : char.IsAsciiDigit(copy[at][0]) ? _pen.Slip(copy[at]) : _pen.Now(.1) ? copy[at].Replace(" ", "", StringComparison.Ordinal) : _pen.Wrong(copy[at]);
        }
        return copy;
    }
}

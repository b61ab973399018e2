using System.Buffers.Binary;
using System.Globalization;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Benchmarks.Search;

/// <summary>Reports and persons with clues in the usual amounts and with the usual skew: few surnames carry many people, some counties lose more. Seeded: record n is always the same.</summary>
internal static class InventedRecords
{
    private const int Seed = 20260303;
    private const int FirstHan = 0x4E00;
    private static readonly DateTimeOffset Day = new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Initials = ["b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w"];
    private static readonly string[] Finals = ["a", "e", "i", "u", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ing", "ong", "ian", "iao"];

    public static (MissingReport Record, ClueSet Clues) Report(int n)
    {
        var random = new Random(HashCode(n));
        var record = new MissingReport(Id(n), Id(-1), "51", Day);
        var clues = Clues(n, RecordKind.Missing, random);
        record.Add(new Fact(Id(-2), FactKind.Name, clues.Names[0].Text, null, FactSource.SaidByFamily, null, null, Day));
        record.Add(new Fact(Id(-3), FactKind.FreeText, Text(random, 60, 3000), null, FactSource.SaidByFamily, null, null, Day));
        record.SourceId = n.ToString("D8", CultureInfo.InvariantCulture);
        return (record, clues);
    }

    /// <summary>Somebody who may be report <paramref name="n"/>: a name by sound, the home in three readings, an estimated age, one mark the same.</summary>
    public static ClueSet PersonLike(int n)
    {
        var like = Report(n).Clues;
        var heard = like.Names[0];
        return like with
        {
            RecordId = Id(n + 1_000_000_000),
            Kind = RecordKind.Stranded,
            Names = [heard with { HeardOnly = true }],
            Births = [like.Births[0] with { Estimated = true, Born = new DaySpan(like.Births[0].Born.First.AddYears(-4), like.Births[0].Born.Last.AddYears(6)) }],
            Homes = [.. new[] { n, n + 1, n + 2 }.Select(k => Home(k, new Random(HashCode(k)), 1.0 / 3))],
            Marks = [.. like.Marks.Take(1)],
            Family = [],
        };
    }

    private static ClueSet Clues(int n, RecordKind kind, Random random)
    {
        var born = new DateOnly(1940 + random.Next(75), 1 + random.Next(12), 1 + random.Next(28));
        return new ClueSet
        {
            RecordId = Id(n),
            Kind = kind,
            Fingerprint = "",
            Sex = random.Next(10) < 6 ? Sex.Male : Sex.Female,
            Names = [.. Enumerable.Range(0, random.Next(10) == 0 ? 2 : 1).Select(_ => Name(random))],
            Births = [new BirthClue(new DaySpan(born, born.AddDays(random.Next(366))), Estimated: false)],
            Heights = [new HeightClue(new NumberRange(155 + random.Next(25), 180), null, Estimated: false)],
            Marks = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new MarkClue(new BodyMark((MarkKind)random.Next(1, 12), (BodyPart)random.Next(1, 28), (BodySide)random.Next(4)), ""))],
            Homes = [Home(n, random, 1)],
            LastPlaces = [Home(n + 7, random, 1)],
            Family = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Relative(random))],
            Clothing = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random, 2, 60))],
            Ethnicities = random.Next(10) == 0 ? [Text(random, 1, 55)] : [],
            Disabilities = random.Next(3) == 0 ? [(Disability)random.Next(9)] : [],
        };
    }

    private static NameClue Name(Random random)
    {
        var surname = Han(Skewed(random, 400));
        var given = string.Concat(Enumerable.Range(0, 1 + Math.Min(1, random.Next(5))).Select(_ => Han(500 + Skewed(random, 2000))));
        return new NameClue(surname + given, NameScript.Han, HeardOnly: false, surname, [given], [.. (surname + given).Select(c => Reading(c))]);
    }

    private static FamilyClue Relative(Random random)
    {
        var name = Name(random);
        return new FamilyClue(new FamilyMember((Relation)random.Next(1, 17), name.Text), name.Readings);
    }

    /// <summary>About 2,800 counties of 31 provinces, towns and villages below; the first counties of a province come up more often.</summary>
    private static PlaceClue Home(int n, Random random, double share)
    {
        var (province, prefecture, county) = (11 + random.Next(31), 1 + Skewed(random, 15), 21 + Skewed(random, 8));
        var digits = string.Create(CultureInfo.InvariantCulture, $"{province}{prefecture:00}{county:00}{100 + random.Next(15)}{200 + random.Next(15)}");
        var depth = random.Next(10) switch { < 3 => 6, < 7 => 9, _ => 12 };
        if (!DivisionCode.TryParse(digits[..depth], out var code)) throw new InvalidOperationException("Not a division code.");
        return new PlaceClue(code, share, Text(new Random(HashCode(n)), 5, 2500), HeardOnly: false);
    }

    private static IReadOnlyList<string> Reading(char c) => [Initials[c * 7 % Initials.Length] + Finals[c * 13 % Finals.Length]];

    private static string Text(Random random, int length, int alphabet) => string.Concat(Enumerable.Range(0, length).Select(_ => Han(Skewed(random, alphabet))));

    private static string Han(int i) => ((char)(FirstHan + i)).ToString();

    /// <summary>0 to n − 1, small numbers far more often (density ~ 1/√x).</summary>
    private static int Skewed(Random random, int n)
    {
        var u = random.NextDouble();
        return Math.Min(n - 1, (int)(u * u * n));
    }

    private static int HashCode(int n) => unchecked(n * (int)2654435761 ^ Seed);

    private static Guid Id(int n)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], n);
        return new Guid(bytes, bigEndian: true);
    }
}

using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Search.Faces;

namespace FamilyReunite.Search.Tests.Faces;

/// <summary>Unit vectors that belong to nobody.</summary>
internal static class InventedFaces
{
    public const int Dimension = 128;

    public static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    private static readonly Guid[] Stations = [.. Enumerable.Range(1, 5).Select(i => Id(0xE, i))];

    /// <summary>Every third record has two photos; of some neither sex nor birth is known.</summary>
    public static IReadOnlyList<FaceDocument> Make(int records, int seed)
    {
        var random = new Random(seed);
        var made = new List<FaceDocument>();
        for (var r = 0; r < records; r++)
        {
            var born = random.Next(1930, 2015);
            var traits = new FaceTraits((Sex)random.Next(3), random.Next(4) == 0 ? null : new NumberRange(born - 5, born + 5), Stations[random.Next(Stations.Length)]);
            for (var photo = 0; photo <= (r % 3 == 0 ? 1 : 0); photo++)
                made.Add(new FaceDocument(Id(0xA, random.Next(), made.Count), Id(0xB, r), r % 2 == 0 ? RecordKind.Missing : RecordKind.Stranded, Vector(random), traits));
        }
        return made;
    }

    public static IReadOnlyList<FaceQuery> Ask(int queries, int count, int seed, bool filtered)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, queries).Select(i => new FaceQuery(Vector(random), i % 4 == 0 ? RecordKind.Stranded : RecordKind.Missing, count, !filtered ? null :
                new FaceFilter((Sex)random.Next(3), random.Next(2) == 0 ? null : new NumberRange(1950 + random.Next(30), 1990), random.Next(3) == 0 ? Stations[random.Next(Stations.Length)] : null))),
        ];
    }

    public static float[] Vector(Random random)
    {
        var values = Enumerable.Range(0, Dimension).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray();
        var length = Math.Sqrt(values.Sum(v => v * v));
        return [.. values.Select(v => (float)(v / length))];
    }

    public static Guid Id(int family, int number, int more = 0) => new(number, (short)family, 0x7000, 0x80, 0, 0, 0, (byte)(more >> 24), (byte)(more >> 16), (byte)(more >> 8), (byte)more);
}

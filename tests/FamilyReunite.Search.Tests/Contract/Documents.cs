using System.Buffers.Binary;
using CsCheck;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Search.Tests.Contract;

/// <summary>Small documents and queries over few tokens, so that they meet often.</summary>
internal static class Documents
{
    public static readonly Guid Station = Id(1_000_001);
    public static readonly Guid OtherStation = Id(1_000_002);

    public static Guid Id(int n)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), n);
        return new Guid(bytes, bigEndian: true);
    }

    public static IndexDocument Doc(int id, long version, params (string Value, float Weight)[] tokens) =>
        new(Id(id), RecordKind.Missing, version, Station, Sex.Unknown, null, null, [.. tokens.Select(t => new ClueToken(t.Value, t.Weight))]);

    public static IndexChange Put(IndexDocument d) => new(d.RecordId, d.Kind, d);

    public static IndexChange Delete(int id) => new(Id(id), RecordKind.Missing, null);

    public static CandidateQuery Ask(int limit, params (string Value, float Weight)[] tokens) =>
        new(RecordKind.Missing, [.. tokens.Select(t => new ClueToken(t.Value, t.Weight))], Sex.Unknown, null, limit);

    private static readonly Gen<ClueToken> Token =
        from v in Gen.Int[0, 24]
        from w in Gen.OneOf(Gen.Float[0.05f, 3f], Gen.Const(1f), Gen.Const(0f), Gen.Const(float.NaN))
        select new ClueToken(v % 5 == 0 ? $"h:{v}" : v % 7 == 0 ? $"名{v}" : $"n:{v}", w);

    private static readonly Gen<NumberRange?> Years = Gen.OneOf(
        Gen.Const((NumberRange?)null),
        Gen.Select(Gen.Int[1930, 2010], Gen.Int[0, 30], (a, n) => (NumberRange?)new NumberRange(a + 0.5, a + n)));

    private static readonly Gen<Sex> Sexes = Gen.OneOf([.. new[] { Sex.Unknown, Sex.Male, Sex.Female }.Select(x => Gen.Const(x))]);

    public static readonly Gen<IndexDocument> Random =
        from id in Gen.Int[0, 40]
        from kind in Gen.OneOf([.. new[] { RecordKind.Missing, RecordKind.Missing, RecordKind.Stranded }.Select(x => Gen.Const(x))])
        from version in Gen.Long[0, 6]
        from org in Gen.Bool
        from sex in Sexes
        from years in Years
        from tokens in Token.List[0, 12]
        select new IndexDocument(Id(id + 100 * (int)kind), kind, version, org ? Station : OtherStation, sex, years, null, tokens);

    public static readonly Gen<IndexChange> Change =
        from d in Random
        from delete in Gen.Int[0, 5]
        select new IndexChange(d.RecordId, d.Kind, delete == 0 ? null : d);

    public static readonly Gen<CandidateQuery> Query =
        from kind in Gen.OneOf([.. new[] { RecordKind.Missing, RecordKind.Stranded }.Select(x => Gen.Const(x))])
        from sex in Sexes
        from years in Years
        from org in Gen.Int[0, 3]
        from limit in Gen.Int[0, 12]
        from tokens in Token.List[0, 12]
        select new CandidateQuery(kind, tokens, sex, years, limit, org == 0 ? Station : null);
}

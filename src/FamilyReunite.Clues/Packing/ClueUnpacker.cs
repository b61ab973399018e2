using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Packing;

/// <summary>Reads a clue set back from what <see cref="CluePacker"/> wrote. Pure and thread-safe.</summary>
public static class ClueUnpacker
{
    private const int GuidBytes = 16;

    private delegate T Item<T>(ref PackReader reader);

    /// <exception cref="InvalidDataException">The bytes are not whole or not of this build.</exception>
    public static ClueSet Unpack(ReadOnlySpan<byte> bytes)
    {
        var r = new PackReader(bytes);
        var clues = new ClueSet
        {
            RecordId = new Guid(r.Bytes(GuidBytes)),
            Kind = (RecordKind)r.Number(),
            Sex = (Sex)r.Number(),
            Fingerprint = r.Flag() ? Convert.ToHexStringLower(r.Bytes(CluePacker.FingerprintBytes)) : r.Text(),
            Names = List(ref r, Name),
            Births = List(ref r, static (ref PackReader r) => new BirthClue(r.Days(), r.Flag())),
            Heights = List(ref r, static (ref PackReader r) => new HeightClue(Range(ref r), r.DayOrNull(), r.Flag())),
            WeightsKg = List(ref r, Range),
            Marks = List(ref r, static (ref PackReader r) => new MarkClue(new BodyMark((MarkKind)r.Number(), (BodyPart)r.Number(), (BodySide)r.Number()), r.Text())),
            Homes = List(ref r, Place),
            HomeBelief = r.Flag() ? new HomeShares(List(ref r, static (ref PackReader r) => new HomeShare((int)r.Number(), r.Real())), r.Real(), r.Texts()) : null,
            LastPlaces = List(ref r, Place),
            LastSeen = r.Flag() ? r.Days() : null,
            Family = List(ref r, static (ref PackReader r) => new FamilyClue(new FamilyMember((Relation)r.Number(), r.TextOrNull(), Count(r.Number())), Readings(ref r))),
            Clothing = r.Texts(),
            Belongings = r.Texts(),
            Ethnicities = r.Texts(),
            Languages = r.Texts(),
            Disabilities = List(ref r, static (ref PackReader r) => (Disability)r.Number()),
            Foods = r.Texts(),
            IdFragments = r.Texts(),
        };
        return r.AtEnd ? clues : throw new InvalidDataException("Packed clues are longer than they should be.");
    }

    private static NameClue Name(ref PackReader r) => new(r.Text(), (NameScript)r.Number(), r.Flag(), r.TextOrNull(), r.Texts(), Readings(ref r));

    private static PlaceClue Place(ref PackReader r) => new(Code(r.TextOrNull()), r.Real(), r.Text(), r.Flag());

    private static DivisionCode Code(string? digits)
    {
        if (string.IsNullOrEmpty(digits)) return default;
        return DivisionCode.TryParse(digits, out var code) ? code : throw new InvalidDataException("A packed division code is none.");
    }

    private static NumberRange Range(ref PackReader r)
    {
        var low = r.Real();
        return new NumberRange(low, r.Real());
    }

    private static int? Count(long n) => n < 0 ? null : (int)n;

    private static IReadOnlyList<string>[] Readings(ref PackReader r) => List(ref r, static (ref PackReader r) => (IReadOnlyList<string>)r.Texts());

    private static T[] List<T>(ref PackReader r, Item<T> read)
    {
        var items = r.Array<T>();
        for (var i = 0; i < items.Length; i++) items[i] = read(ref r);
        return items;
    }
}

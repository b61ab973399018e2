using System.Buffers;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Packing;

/// <summary>A clue set as bytes, a third of its size in memory; <see cref="ClueUnpacker"/> gives the same clue set back. Pure and thread-safe.
/// Bytes are read by the build that wrote them: who keeps them also keeps <see cref="ClueBuild.Id"/>.</summary>
public static class CluePacker
{
    internal const int FingerprintBytes = 32;

    public static void Pack(ClueSet clues, IBufferWriter<byte> into)
    {
        var w = new PackWriter(into);
        w.Bytes(clues.RecordId.ToByteArray());
        w.Number((int)clues.Kind);
        w.Number((int)clues.Sex);
        Fingerprint(w, clues.Fingerprint);
        List(w, clues.Names, Name);
        List(w, clues.Births, static (w, b) => { Days(w, b.Born); w.Flag(b.Estimated); });
        List(w, clues.Heights, static (w, h) => { Range(w, h.Cm); w.Day(h.At); w.Flag(h.Estimated); });
        List(w, clues.WeightsKg, Range);
        List(w, clues.Marks, static (w, m) => { w.Number((int)m.Mark.Kind); w.Number((int)m.Mark.Part); w.Number((int)m.Mark.Side); w.Text(m.AsHeard); });
        List(w, clues.Homes, Place);
        w.Flag(clues.HomeBelief is not null);
        if (clues.HomeBelief is { } belief) Belief(w, belief);
        List(w, clues.LastPlaces, Place);
        w.Flag(clues.LastSeen is not null);
        if (clues.LastSeen is { } seen) Days(w, seen);
        List(w, clues.Family, static (w, f) => { w.Number((int)f.Member.Relation); w.Text(f.Member.Name); w.Number(f.Member.Count ?? -1); Readings(w, f.NameReadings); });
        w.Texts(clues.Clothing);
        w.Texts(clues.Belongings);
        w.Texts(clues.Ethnicities);
        w.Texts(clues.Languages);
        List(w, clues.Disabilities, static (w, d) => w.Number((int)d));
        w.Texts(clues.Foods);
        w.Texts(clues.IdFragments);
    }

    private static void Name(PackWriter w, NameClue n)
    {
        w.Text(n.Text);
        w.Number((int)n.Script);
        w.Flag(n.HeardOnly);
        w.Text(n.Surname);
        w.Texts(n.Parts);
        Readings(w, n.Readings);
    }

    private static void Place(PackWriter w, PlaceClue p)
    {
        w.Text(p.Code.Digits);
        w.Real(p.Share);
        w.Text(p.AsHeard);
        w.Flag(p.HeardOnly);
    }

    private static void Belief(PackWriter w, HomeShares belief)
    {
        List(w, belief.Counties, static (w, c) => { w.Number(c.County); w.Real(c.Probability); });
        w.Real(belief.Rest);
        w.Texts(belief.Said);
    }

    private static void Readings(PackWriter w, IReadOnlyList<IReadOnlyList<string>> readings) => List(w, readings, static (w, r) => w.Texts(r));

    private static void Days(PackWriter w, DaySpan days)
    {
        w.Number(days.First.DayNumber);
        w.Number(days.Last.DayNumber);
    }

    private static void Range(PackWriter w, NumberRange range)
    {
        w.Real(range.Low);
        w.Real(range.High);
    }

    /// <summary>Hex as bytes; what is no such hash is kept as text.</summary>
    private static void Fingerprint(PackWriter w, string fingerprint)
    {
        Span<byte> hash = stackalloc byte[FingerprintBytes];
        var isHash = fingerprint.Length == 2 * FingerprintBytes && Convert.FromHexString(fingerprint, hash, out _, out _) == OperationStatus.Done && Convert.ToHexStringLower(hash) == fingerprint;
        w.Flag(isHash);
        if (isHash) w.Bytes(hash);
        else w.Text(fingerprint);
    }

    private static void List<T>(PackWriter w, IReadOnlyList<T> items, Action<PackWriter, T> write)
    {
        w.Number(items.Count);
        foreach (var item in items) write(w, item);
    }
}

using System.Buffers;
using System.Collections;
using System.Reflection;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Packing;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Packing;

public sealed class CluePackerTests
{
    private static readonly ClueSet Full = new()
    {
        RecordId = new Guid("019a0000-0000-7000-8000-000000000001"),
        Kind = RecordKind.Missing,
        Sex = Sex.Female,
        Fingerprint = new string('a', 64),
        Names = [new NameClue("买买提·艾力", NameScript.MinorityInHan, true, null, ["买买提", "艾力"], [["mai"], ["mai"], ["ti", "di"]]), new NameClue("张秀英", NameScript.Han, false, "张", ["秀英"], [])],
        Births = [new BirthClue(new DaySpan(new DateOnly(1950, 1, 1), new DateOnly(1951, 12, 31)), true)],
        Heights = [new HeightClue(new NumberRange(158.5, 162), new DateOnly(2020, 2, 29), true), new HeightClue(new NumberRange(90, 90), null, false)],
        WeightsKg = [new NumberRange(48, 50.25)],
        Marks = [new MarkClue(new BodyMark(MarkKind.Mole, BodyPart.Brow, BodySide.Left), "左眉有痣")],
        Homes = [new PlaceClue(Code("511302"), 0.6, "南充", true), new PlaceClue(default, 0, "说不清", true)],
        HomeBelief = new HomeShares([new HomeShare(12, 0.5), new HomeShare(2700, 0.25)], 0.25, ["酸汤鱼"]),
        LastPlaces = [new PlaceClue(Code("44"), 1, "广东", false)],
        LastSeen = new DaySpan(new DateOnly(2019, 5, 1), new DateOnly(2019, 5, 3)),
        Family = [new FamilyClue(new FamilyMember(Relation.ElderBrother, "张建国", 2), [["zhang"], ["jian"], ["guo"]]), new FamilyClue(new FamilyMember(Relation.Mother), [])],
        Clothing = ["黑色 棉衣"],
        Belongings = ["收音机"],
        Ethnicities = ["维吾尔"],
        Languages = ["四川话"],
        Disabilities = [Disability.Deaf, Disability.Memory],
        Foods = ["酸汤鱼"],
        IdFragments = ["5113"],
    };

    [Fact]
    public void Unpack_EveryClue_ComesBack()
    {
        foreach (var p in typeof(ClueSet).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
            Assert.False(p.GetValue(Full) is null or ICollection { Count: 0 } or 0, $"The example says nothing of {p.Name}.");
        Assert.Equivalent(Full, ClueUnpacker.Unpack(Pack(Full)), strict: true);
    }

    [Fact]
    public void Unpack_NothingSaid_ComesBackAsNothing()
    {
        var empty = new ClueSet { RecordId = Full.RecordId, Kind = RecordKind.Stranded, Fingerprint = "no hash" };
        Assert.Equivalent(empty, ClueUnpacker.Unpack(Pack(empty)), strict: true);
    }

    [Fact]
    public void Unpack_CutAnywhere_IsRefused()
    {
        var bytes = Pack(Full);
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<InvalidDataException>(() => ClueUnpacker.Unpack(cut));
        }
        Assert.Throws<InvalidDataException>(() => ClueUnpacker.Unpack([.. bytes, 0]));
    }

    private static byte[] Pack(ClueSet clues)
    {
        var into = new ArrayBufferWriter<byte>();
        CluePacker.Pack(clues, into);
        return into.WrittenSpan.ToArray();
    }

    private static DivisionCode Code(string digits) => DivisionCode.TryParse(digits, out var code) ? code : throw new ArgumentException("No code.", nameof(digits));
}

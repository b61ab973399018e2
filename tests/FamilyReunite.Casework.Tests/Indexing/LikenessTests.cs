using CsCheck;
using FamilyReunite.Casework.Indexing.Duplicates;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Indexing;

public sealed class LikenessTests
{
    private static readonly Gen<MarkClue> Mark = Gen.Select(Gen.OneOf(MarkKind.Mole, MarkKind.Scar), Gen.OneOf(BodyPart.Brow, BodyPart.Hand), Gen.Enum<BodySide>()).Select((k, p, s) => new MarkClue(new BodyMark(k, p, s), "特征"));
    private static readonly Gen<NameClue> Name = Gen.OneOf("张秀英", "章秀英", "李建国").Select(n => new NameClue(n, NameScript.Han, false, n[..1], [n[1..]], CharacterReadings.OfText(n)));
    private static readonly Gen<BirthClue> Birth = Gen.Int[1940, 2010].Select(y => new BirthClue(new DaySpan(new DateOnly(y, 1, 1), new DateOnly(y + 3, 12, 31)), true));
    private static readonly Gen<PlaceClue> Place = Gen.OneOf("440303", "440304", "4403", "440303001").Select(c => new PlaceClue(DivisionCode.TryParse(c, out var code) ? code : default, 1, "桥下", false));
    private static readonly Gen<ClueSet> Clues = Gen.Select(Gen.Enum<Sex>(), Mark.List[0, 3], Name.List[0, 2], Birth.List[0, 2], Place.List[0, 2]).Select((s, m, n, b, p) =>
        new ClueSet { RecordId = Guid.Empty, Kind = RecordKind.Stranded, Fingerprint = "", Sex = s, Marks = m, Names = n, Births = b, LastPlaces = p });

    [Fact]
    public void Compare_AnyTwo_IsSymmetric() =>
        Gen.Select(Clues, Clues).Sample((a, b) => Assert.Equal(Points(a, b), Points(b, a), 9));

    [Fact]
    public void Compare_NamedRecordWithItself_FindsTheName() =>
        Clues.Where(c => c.Names.Count > 0).Sample(c => Assert.Contains(Likeness.Compare(c, c), x => x.Reason.Key == "name"));

    [Theory]
    [InlineData("张秀英", "章秀英", "name-sound")]
    [InlineData("张秀英", "张秀英", "name")]
    public void Compare_NamesThatSoundAlike_SaysHow(string a, string b, string key) =>
        Assert.Equal(key, Assert.Single(Likeness.Compare(Named(a), Named(b))).Reason.Key);

    [Fact]
    public void Compare_AThirtyYearGap_EndsIt()
    {
        var born = new DaySpan(new DateOnly(1950, 1, 1), new DateOnly(1955, 12, 31));
        var later = new DaySpan(new DateOnly(1985, 1, 1), new DateOnly(1986, 12, 31));
        Assert.Empty(Likeness.Compare(Named("张秀英") with { Births = [new(born, true)] }, Named("张秀英") with { Births = [new(later, true)] }));
    }

    private static ClueSet Named(string name) => new() { RecordId = Guid.Empty, Kind = RecordKind.Stranded, Fingerprint = "", Names = [new NameClue(name, NameScript.Han, false, name[..1], [name[1..]], CharacterReadings.OfText(name))] };

    private static double Points(ClueSet a, ClueSet b) => Likeness.Compare(a, b).Sum(x => x.Points);
}

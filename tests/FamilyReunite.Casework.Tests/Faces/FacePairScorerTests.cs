using FamilyReunite.Casework.Faces;
using FamilyReunite.Clues;
using FamilyReunite.Domain.Faces;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;
using FamilyReunite.Matching;
using FamilyReunite.Photos.Faces;

namespace FamilyReunite.Casework.Tests.Faces;

public sealed class FacePairScorerTests
{
    private static readonly Guid Person = Id(1), Report = Id(2), Other = Id(3);
    private static readonly FaceCalibration Table = new("invented", 0.2f, [new FaceCell(true, FaceAges.Adults, 10, [new FaceBar(.5f, 4, 25)]), new FaceCell(true, FaceAges.Child, 60, [new FaceBar(.5f, 4, 25)])]);

    [Theory]
    [InlineData(.9f, 4.0, "about 3 strangers would look this alike")]
    [InlineData(.3f, 0.0, "does not mean that they are two people")]
    [InlineData(-.9f, 0.0, "does not mean that they are two people")]
    public void Score_Calibrated_SumsAndNeverSpeaksAgainst(float similarity, double weight, string said)
    {
        var score = Scorer(similarity, Table).Score(Clues(Person, 1970), Clues(Report, 1970));
        Assert.Equal(score.Score, score.Prior + score.Evidence.Sum(e => e.Weight), 9);
        Assert.Equal(weight, score.Evidence.Single(e => e.Feature == "face").Weight, 9);
        Assert.Contains(said, score.Evidence[^1].En, StringComparison.Ordinal);
        Assert.Equal(score.Score, Scorer(similarity, Table).LogOdds(Clues(Person, 1970), Clues(Report, 1970)), 9);
        Assert.Equal(1 / (1 + Math.Exp(-score.Score)), score.Probability, 9);
    }

    [Fact]
    public void Score_NotCalibrated_IsARankWithoutANumber()
    {
        var face = Scorer(.9f, null).Score(Clues(Person, 1970), Clues(Report, 1970)).Evidence[^1];
        Assert.Equal((AgreementLevel.Weak, 0.0), (face.Level, face.Weight));
        Assert.Contains("Number 1 in likeness", face.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ChildBecomeAdult_IsAWeakLead()
    {
        var face = Scorer(.9f, Table, reportYear: 1980).Score(Clues(Person, 1970), Clues(Report, 1970)).Evidence[^1];
        Assert.Equal((AgreementLevel.Weak, FaceCalibration.WeakLead), (face.Level, face.Weight));
    }

    [Fact]
    public void Score_NobodySaysWhenThePhotoWasTaken_HasNoNumber() => Assert.Equal(0, Scorer(.9f, Table, reportYear: 0).Score(Clues(Person, 1970), Clues(Report, 1970)).Evidence[^1].Weight);

    [Fact]
    public void Beside_OtherFace_Changes()
    {
        var (near, far) = (Scorer(.9f, Table), Scorer(.1f, Table));
        Assert.NotEqual(near.Beside(Clues(Person, 1970), Clues(Report, 1970)), far.Beside(Clues(Person, 1970), Clues(Report, 1970)));
        Assert.Equal("", far.Beside(Clues(Person, 1970), Clues(Report, 1970)));
    }

    [Fact]
    public void MayBeKin_AlikeButNotAsOnePerson_IsASeparateList()
    {
        var faces = Faces(.3f, Table, 2020);
        Assert.Equal(Report, Assert.Single(faces.MayBeKin(Person, n => faces.Worth(n, Clues(Person, 1970), Clues(n.Other.RecordId, 1970)))).Other.RecordId);
        Assert.Empty(Faces(.9f, Table, 2020).MayBeKin(Person, n => new FaceWorth(4, 25, IsWeak: false)));
        Assert.Empty(Faces(.3f, null, 2020).MayBeKin(Person, _ => null));
    }

    [Fact]
    public void Near_SexAndAge_TakeNoPlaceThatAnAllowedOneNeeds()
    {
        var entries = Enumerable.Range(10, 500).Select(n => Entry(Id(n), isReport: true, MathF.Cos(n * 0.006f), 2020)).Append(Entry(Person, isReport: false, 1, 2020)).ToList();
        FaceTraits Of(Guid record) => record == Person ? new FaceTraits(Sex.Female, new NumberRange(1965, 1975), Guid.Empty) : Traits(record.ToByteArray()[0]);
        var faces = new FaceMatches(new FaceGallery("a", entries, 2).With(Of), Table, Of);
        Assert.Equal(Enumerable.Range(10, 500).Where(n => Fits((byte)n)).Take(20).Select(Id), faces.Near(Person).Select(f => f.Other.RecordId));
        Assert.Equal(Enumerable.Range(10, 500).Where(n => Fits((byte)n) && (byte)n % 5 == 1).Take(20).Select(Id), faces.NearIn(Person, Id(1)).Select(f => f.Other.RecordId));
        // relatives may be of the other sex and of any age
        Assert.Equal(Enumerable.Range(10, 20).Select(Id), faces.MayBeKin(Person, _ => null).Select(f => f.Other.RecordId));

        static FaceTraits Traits(byte n) => new(n % 3 == 0 ? Sex.Unknown : n % 3 == 1 ? Sex.Female : Sex.Male, n % 4 == 0 ? null : new NumberRange(1950 + n % 4 * 10, 1962 + n % 4 * 10), Id(n % 5));
        static bool Fits(byte n) => n % 3 != 2 && n % 4 != 3;
    }

    private static FacePairScorer Scorer(float similarity, FaceCalibration? table, int reportYear = 2020) => new(new Plain(), Faces(similarity, table, reportYear));

    private static FaceMatches Faces(float similarity, FaceCalibration? table, int reportYear) =>
        new(new FaceGallery("a", [Entry(Person, isReport: false, 1, 2026), Entry(Report, isReport: true, similarity, reportYear), Entry(Other, isReport: true, -1, 2020)], 2), table, _ => default);

    private static FaceEntry Entry(Guid record, bool isReport, float x, int year) => new(record, record, isReport, Clear: true, year, [x, MathF.Sqrt(Math.Max(0, 1 - x * x))]);

    private static ClueSet Clues(Guid id, int born) => new() { RecordId = id, Kind = id == Person ? RecordKind.Stranded : RecordKind.Missing, Fingerprint = "", Births = [new BirthClue(new DaySpan(new DateOnly(born, 1, 1), new DateOnly(born, 12, 31)), Estimated: false)] };

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    private sealed class Plain : IPairScorer
    {
        public string ModelVersion => "test";

        public MatchScore Score(ClueSet person, ClueSet report) => new(-2, -3, 1 / (1 + Math.Exp(2)), [new Evidence("name", AgreementLevel.Strong, 1, "", "")]);
    }
}

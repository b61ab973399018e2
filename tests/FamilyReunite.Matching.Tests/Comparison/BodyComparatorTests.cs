using FamilyReunite.Clues;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Matching.Tests.Comparison;

public sealed class BodyComparatorTests
{
    [Theory]
    [InlineData(Sex.Male, Sex.Male, "same")]
    [InlineData(Sex.Male, Sex.Female, "different")]
    [InlineData(Sex.Unknown, Sex.Female, "nothing")]
    public void Sex_Step(Sex person, Sex report, string step) => Assert.Equal(step, Sample.Step("sex", Sample.Person with { Sex = person }, Sample.Report with { Sex = report }));

    [Theory]
    [InlineData(1960, 1965, AgreementLevel.Strong)]
    [InlineData(1933, 1938, AgreementLevel.Conflict)]
    [InlineData(2000, 2005, AgreementLevel.Conflict)]
    public void Birth_EstimateBesideKnownDate_Level(int first, int last, AgreementLevel least) =>
        Assert.Equal(least, Sample.Level("birth", Sample.Person with { LastSeen = Sample.On(2025), Births = [Sample.Guess(first, last)] }, Sample.Report with { Births = [Sample.Known(1962, 3, 4)] }));

    [Fact]
    public void Birth_BothKnownAndFourYearsApart_IsMoreThanAnEstimateFourYearsApart()
    {
        var report = Sample.Report with { Births = [Sample.Known(1962, 3, 4)] };

        Assert.Equal(AgreementLevel.Conflict, Sample.Level("birth", Sample.Person with { Births = [Sample.Known(1966, 3, 4)] }, report));
        Assert.NotEqual(AgreementLevel.Conflict, Sample.Level("birth", Sample.Person with { LastSeen = Sample.On(2025), Births = [Sample.Guess(1966, 1966)] }, report));
    }

    [Fact]
    public void Birth_SameDay_IsExact() =>
        Assert.Equal("exact", Sample.Step("birth", Sample.Person with { Births = [Sample.Known(1962, 3, 4)] }, Sample.Report with { Births = [Sample.Known(1962, 3, 4)] }));

    [Theory]
    [InlineData(165, 1990, 2005, 2006, 166, "close")]
    [InlineData(150, 1990, 2020, 2005, 172, "shrunk")]
    [InlineData(150, 1990, 2020, 2009, 176, "far")]
    [InlineData(170, 1990, 2020, 1998, 128, "near")]
    [InlineData(110, 1990, 2000, 1998, 128, "shrunk")]
    public void Height_YearsBetween_GrowthIsAllowedFor(double now, int born, int found, int lost, double then, string step) => Assert.Equal(step, Sample.Step("height",
        Sample.Person with { LastSeen = Sample.On(found), Heights = [Sample.Height(now)] },
        Sample.Report with { Sex = Sex.Male, Births = [Sample.Known(born, 6, 1)], LastSeen = Sample.On(lost), Heights = [Sample.Height(then)] }));

    [Fact]
    public void Height_Adult_DoesNotGrow() => Assert.Equal(AgreementLevel.Conflict, Sample.Level("height",
        Sample.Person with { LastSeen = Sample.On(2025), Heights = [Sample.Height(178)] },
        Sample.Report with { Sex = Sex.Male, Births = [Sample.Known(1970, 6, 1)], LastSeen = Sample.On(2005), Heights = [Sample.Height(160)] }));

    [Fact]
    public void Weight_FarApart_ConflictsAndCloseAgrees()
    {
        var report = Sample.Report with { WeightsKg = [new NumberRange(50, 50)] };

        Assert.Equal("close", Sample.Step("weight", Sample.Person with { WeightsKg = [new NumberRange(51, 53)] }, report));
        Assert.Equal("far", Sample.Step("weight", Sample.Person with { WeightsKg = [new NumberRange(85, 85)] }, report));
    }

    [Theory]
    [InlineData(MarkKind.Mole, BodyPart.Brow, BodySide.Left, MarkKind.Mole, BodyPart.Brow, BodySide.Left, AgreementLevel.Strong)]
    [InlineData(MarkKind.Mole, BodyPart.Brow, BodySide.Left, MarkKind.Mole, BodyPart.Brow, BodySide.Right, AgreementLevel.Weak)]
    [InlineData(MarkKind.MissingPart, BodyPart.Toe, BodySide.Left, MarkKind.MissingPart, BodyPart.Toe, BodySide.Left, AgreementLevel.Exact)]
    [InlineData(MarkKind.Mole, BodyPart.Brow, BodySide.Left, MarkKind.Tattoo, BodyPart.Chest, BodySide.Middle, AgreementLevel.Conflict)]
    [InlineData(MarkKind.Scar, BodyPart.Cheek, BodySide.Left, MarkKind.Scar, BodyPart.Face, BodySide.Unknown, AgreementLevel.Partial)]
    public void Marks_Level(MarkKind k1, BodyPart p1, BodySide s1, MarkKind k2, BodyPart p2, BodySide s2, AgreementLevel level) =>
        Assert.Equal(level, Sample.Level("marks", Sample.Person with { Marks = [Sample.Mark(k1, p1, s1)] }, Sample.Report with { Marks = [Sample.Mark(k2, p2, s2)] }));

    [Fact]
    public void Marks_MirroredSide_HasAStepOfItsOwn() => Assert.Equal("mirrored", Sample.Step("marks",
        Sample.Person with { Marks = [Sample.Mark(MarkKind.Scar, BodyPart.Knee, BodySide.Left)] }, Sample.Report with { Marks = [Sample.Mark(MarkKind.Scar, BodyPart.Knee, BodySide.Right)] }));

    [Fact]
    public void Marks_TwoThatAgree_CountMoreThanOne()
    {
        MarkClue[] two = [Sample.Mark(MarkKind.Mole, BodyPart.Cheek, BodySide.Left), Sample.Mark(MarkKind.Scar, BodyPart.Forehead, BodySide.Middle)];

        Assert.True(Sample.Level("marks", Sample.Person with { Marks = two }, Sample.Report with { Marks = two }) > Sample.Level("marks", Sample.Person with { Marks = [two[0]] }, Sample.Report with { Marks = [two[0]] }));
    }

    [Fact]
    public void Marks_AllOnTheOtherSide_AreOneMirroredPhotoAndNotAsManySlips()
    {
        MarkClue[] Both(BodySide mole, BodySide scar) => [Sample.Mark(MarkKind.Mole, BodyPart.Cheek, mole), Sample.Mark(MarkKind.Scar, BodyPart.Knee, scar)];
        AgreementLevel Level(MarkClue[] report) => Sample.Level("marks", Sample.Person with { Marks = Both(BodySide.Left, BodySide.Left) }, Sample.Report with { Marks = report });

        Assert.True(Level(Both(BodySide.Right, BodySide.Right)) >= AgreementLevel.Partial);
        Assert.True(Level(Both(BodySide.Right, BodySide.Right)) < Level(Both(BodySide.Left, BodySide.Left)));
    }
}

using FamilyReunite.Photos.Faces;
using FamilyReunite.Photos.Faces.Measuring;

namespace FamilyReunite.Photos.Tests.Faces.Measuring;

public sealed class PairSheetTests
{
    [Fact]
    public void Read_WithAndWithoutAges_KnowsKindAndYears()
    {
        var pairs = PairSheet.Read(["\uFEFFphoto\tphoto\tsame", "a.jpg\tb.jpg\t1\t31\t38.5", "", "a.jpg\tc.jpg\t0\t31\t16\t4\r", "b.jpg\tc.jpg\t0", "b.jpg\ta.jpg\t1", "d.jpg\te.jpg\t1\t2\t40\t36"]).Value!;
        Assert.Equal(
        [
            new LabelledPair("a.jpg", "b.jpg", true, FaceAges.Adults, 8), new LabelledPair("a.jpg", "c.jpg", false, FaceAges.Child, 4), new LabelledPair("b.jpg", "c.jpg", false),
            new LabelledPair("d.jpg", "e.jpg", true, FaceAges.Infant, 36),
        ], pairs);
    }

    [Theory]
    [InlineData("face.pairs-line", "a\tb\t1", "a\tb\tyes")]
    [InlineData("face.pairs-line", "a\tb\t1", "a\tb")]
    [InlineData("face.pairs-line", "a\tb\t1\t-3\t5", null)]
    [InlineData("face.pairs-line", "a\tb\t1\tNaN\t5", null)]
    [InlineData("face.pairs-itself", "a\tb\t1", "a\ta\t1")]
    [InlineData("face.pairs-none", "photo\tphoto\tsame", null)]
    public void Read_WrongLine_IsNamed(string code, string first, string? second)
    {
        var problem = Assert.Single(PairSheet.Read(second is null ? [first] : [first, second]).Problems);
        Assert.Equal(code, problem.Code);
        if (problem.Args is [int line]) Assert.Equal(second is null ? 1 : 2, line);
    }

    [Fact]
    public void Contradiction_OverOthers_IsFound()
    {
        var pairs = PairSheet.Read(["a\tb\t1", "b\tc\t1", "d\te\t0", "c\ta\t0"]).Value!;
        Assert.Equal(["c", "a"], new PairPersons(pairs).Contradiction(pairs)!.Args);
        Assert.Null(new PairPersons(pairs.Take(3)).Contradiction(pairs.Take(3)));
    }
}

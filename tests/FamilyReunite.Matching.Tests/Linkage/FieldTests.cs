using CsCheck;
using FamilyReunite.Matching.Linkage.Columns;
using FamilyReunite.Matching.Linkage.Fields;
using FamilyReunite.Matching.Linkage.Files;
using FamilyReunite.Matching.Linkage.Names;

namespace FamilyReunite.Matching.Tests.Linkage;

public sealed class FieldTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(Gen.Const(""), Gen.Const("1980-02-03"), Gen.Const("1980-03-02"), Gen.Const("张伟"), Gen.Const("a@b.org"), Gen.String[Gen.Char["abcd 1290-/"], 0, 14]);

    [Fact]
    public void Compare_AnyTwoRowsOfAnyKind_IsSymmetricAndMissingSaysNothing() => Gen.Select(Gen.Enum<ColumnKind>(), Cell.Array[2, 6]).Sample((kind, raw) =>
    {
        var cells = Array.ConvertAll(raw, People.Clean);
        foreach (var field in FieldSet.Of(new People([.. cells], cells.Length, true, [new PersonColumn("c", kind, null, cells)])))
            for (var a = 0; a < cells.Length; a++)
                for (var b = 0; b < cells.Length; b++)
                {
                    var (one, other) = (field.Compare(a, b, out var r), field.Compare(b, a, out var s));
                    if (one != other || Math.Abs(r - s) > 1e-9 || double.IsNaN(r)) return false;
                    if (cells[a].Length == 0 && (one != Field.Missing || r != 0)) return false;
                }
        return true;
    }, iter: 2000);

    [Theory]
    [InlineData("1980-02-03", "03/02/1980", "exact")]
    [InlineData("1980-02-03", "1980-03-02", "swapped")]
    [InlineData("1980-02-03", "1980-02-08", "slip")]
    [InlineData("19800203", "1980-02-23", "slip")]
    [InlineData("1980-02-03", "1980-11-29", "same-year")]
    [InlineData("3 Feb 1980", "1980年2月3日", "exact")]
    [InlineData("1980-02-03", "1951-11-29", "different")]
    public void Compare_Dates_ReachTheirLevel(string a, string b, string level)
    {
        var field = new DateField(new PersonColumn("d", ColumnKind.BirthDate, null, [a, b]));
        Assert.Equal(level, field.Levels[field.Compare(0, 1)].Code);
    }

    [Theory]
    [InlineData("1234567", "1234567", "exact")]
    [InlineData("1234567", "123-4567", "exact")]
    [InlineData("1234567", "1234576", "one-edit")]
    [InlineData("1234567", "1239967", "two-edits")]
    [InlineData("1234567", "9988776", "different")]
    public void Compare_Codes_ReachTheirLevel(string a, string b, string level)
    {
        var field = new CodeField(new PersonColumn("n", ColumnKind.IdNumber, null, [a, b]));
        Assert.Equal(level, field.Levels[field.Compare(0, 1)].Code);
    }

    [Fact]
    public void Edits_AnyTwoTexts_AreSymmetricAndZeroForTheSame() => Gen.Select(Gen.String[Gen.Char["abc"], 0, 9], Gen.String[Gen.Char["abc"], 0, 9]).Sample((a, b) =>
        Spelling.Edits(a, b, 3) == Spelling.Edits(b, a, 3) && Spelling.Edits(a, a, 3) == 0 && (a == b || Spelling.Edits(a, b, 3) > 0)
        && Math.Abs(Spelling.JaroWinkler(a, b) - Spelling.JaroWinkler(b, a)) < 1e-12 && Spelling.JaroWinkler(a, b) is >= 0 and <= 1);

    [Theory]
    [InlineData("mohammed", "muhammad")]
    [InlineData("khatib", "khateeb")]
    [InlineData("ivanov", "ivanoff")]
    [InlineData("schmidt", "shmit")]
    public void SoundKey_OtherSpelling_IsTheSame(string a, string b) => Assert.Equal(SoundKey.Of(a), SoundKey.Of(b));

    [Theory]
    [InlineData("Сергей", "sergei")]
    [InlineData("Müller", "muller")]
    [InlineData("김정은", "gimjeongeun")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("张", "zhang")]
    public void Fold_AnyScript_GivesLatinLetters(string text, string latin) => Assert.Equal(latin, Romanisation.Fold(text));
}

using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;

namespace FamilyReunite.Clues.Tests.Interview.Bank;

public sealed class QuestionBankReaderTests
{
    private const string Ferry = "question\tferry\tyesno\t渡船\tC\testimated\t您家那里坐渡船吗？\tIs there a ferry?\noption\tyes\t坐\tYes\tboat\t0.05 51:0.4 5134:0.1 @晉語:0.2\n";

    [Fact]
    public void Read_OwnAreas_NarrowestCounts()
    {
        var read = QuestionBankReader.Read(Ferry, []);

        Assert.Empty(read.Problems);
        var question = Assert.Single(read.Value!);
        Assert.Equal(QuestionKind.YesNo, question.Kind);
        Assert.Equal("boat", question.Options[0].Card);
        var p = question.Options[0].From.Spread();
        Assert.Equal(0.4, p[Belief.At("510623")]);
        Assert.Equal(0.1, p[Belief.At("513436")]);
        Assert.Equal(0.05, p[Belief.At("440106")]);
    }

    [Fact]
    public void Read_HintsTimesFactor_NeverAboveCertainty()
    {
        var read = QuestionBankReader.Read("question\tq\tyesno\t炕\tB\ts\t睡炕吗？\tKang?\noption\tyes\t睡\tYes\tkang\theating>炕*5 + heating>火墙\n", []);

        Assert.Empty(read.Problems);
        Assert.Equal(2, read.Value![0].Options[0].From.Hints.Count);
        Assert.InRange(read.Value[0].Options[0].From.Spread().Max(), 0.9, 0.95);
    }

    [Theory]
    [InlineData("answer\tx", "question.row-unknown", "line 1: row")]
    [InlineData("option\tyes\t是\tYes\t-\t0.1", "question.option-alone", "line 1: row")]
    [InlineData("question\tq\tyesno\tt\tB\ts\tz", "question.field-missing", "line 1: en")]
    [InlineData("question\tQ 1\tyesno\tt\tB\ts\tz\te\noption\tyes\t是\tYes\t-\t0.1", "question.id-wrong", "line 1: id")]
    [InlineData("question\tq\triddle\tt\tB\ts\tz\te", "question.kind-unknown", "line 1: kind")]
    [InlineData("question\tq\tyesno\tt\tsure\ts\tz\te\noption\tyes\t是\tYes\t-\t0.1", "question.reliability-unknown", "line 1: reliability")]
    [InlineData("# note\n\nquestion\tq\tyesno\tt\tB\ts\tz\te\noption\tyes\t是\tYes\t-\t0.1 51:1.4", "question.share-wrong", "line 4: from")]
    [InlineData("question\tq\tyesno\tt\tB\ts\tz\te\noption\tyes\t是\tYes\t-\t0.1 99:0.4", "question.area-unknown", "line 2: from")]
    [InlineData("question\tq\tyesno\tt\tB\ts\tz\te\noption\tyes\t是\tYes\t-\tfood>月亮", "question.hint-unknown", "line 2: from")]
    [InlineData("question\tq\tyesno\tt\tB\ts\tz\te\noption\tyes\t是\tYes\tA B\t0.1", "question.card-wrong", "line 2: card")]
    [InlineData("question\tq\tchoice\tt\tB\ts\tz\te\noption\ta\t是\tYes\t-\t0.1", "question.options-wrong", "line 1: option")]
    [InlineData("question\tq\tpictures\tt\tB\ts\tz\te\noption\ta\t是\tYes\tsea\t0.1\noption\tb\t是\tYes\t-\t0.1", "question.options-wrong", "line 1: option")]
    [InlineData("question\tq\tword\tt\tB\ts\tz\te\t0.1", "question.words-without-hints", "line 1: from")]
    [InlineData("question\tferry\tword\tt\tB\ts\tz\te\tword>玉米", "question.id-taken", "line 1: id")]
    public void Read_WrongRow_NamesLineAndField(string rows, string code, string field)
    {
        var read = QuestionBankReader.Read(rows, ["ferry"]);

        Assert.Null(read.Value);
        Assert.Contains(read.Problems, p => p.Code == code && p.Field == field);
    }

    [Fact]
    public void Add_GoodRows_ExtendTheBank()
    {
        var bank = new InMemoryQuestionBank();
        var before = bank.Questions.Count;

        Assert.True(bank.Add(Ferry).Succeeded);

        Assert.Equal(before + 1, bank.Questions.Count);
        Assert.Equal("question.id-taken", bank.Add(Ferry).Problems[0].Code);
        Assert.Equal(before + 1, bank.Questions.Count);
        Assert.Equal(before, new InMemoryQuestionBank().Questions.Count);
    }

    [Fact]
    public void Questions_Embedded_HoldEveryKind()
    {
        var questions = new InMemoryQuestionBank().Questions;

        Assert.InRange(questions.Count, 80, 400);
        Assert.Equal(questions.Count, questions.Select(q => q.Text.Zh).Distinct().Count());
        foreach (var kind in new[] { QuestionKind.Word, QuestionKind.Choice, QuestionKind.YesNo, QuestionKind.Pictures }) Assert.Contains(questions, q => q.Kind == kind);
    }
}

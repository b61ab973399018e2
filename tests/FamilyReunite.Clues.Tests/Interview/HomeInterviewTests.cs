using CsCheck;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Clues.Interview.Bank;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Tests.Interview;

public sealed class HomeInterviewTests
{
    private static readonly HashSet<string> Nothing = [];
    private static readonly InMemoryQuestionBank Bank = new();
    private static readonly HomeInterview Interview = new(Bank);

    [Theory]
    [InlineData(InterviewMeans.Speaks)]
    [InlineData(InterviewMeans.Understands)]
    [InlineData(InterviewMeans.Pictures)]
    public void Next_NothingKnown_OffersMixedTopics(InterviewMeans means)
    {
        var next = Interview.Next(Belief.Prior, Nothing, means, 8);

        Assert.Equal(8, next.Count);
        Assert.Equal(8, next.Select(q => q.Id).Distinct().Count());
        Assert.InRange(next.Select(q => q.Topic).Distinct().Count(), 6, 8);
        Assert.All(next, q => Assert.True(q.Bits > 0.01, q.Id));
        Assert.All(next, q => Assert.Equal(HomeAnswer.NoReaction, q.Options[^1].Id));
    }

    [Fact]
    public void Next_Understands_AsksForNoWords() => Assert.DoesNotContain(Interview.Next(Belief.Prior, Nothing, InterviewMeans.Understands, 60), q => q.Kind == QuestionKind.Word);

    [Fact]
    public void Next_PicturesOnly_EveryAnswerHasCard()
    {
        var next = Interview.Next(Belief.Prior, Nothing, InterviewMeans.Pictures, 60);

        Assert.All(next, q => Assert.True(q.Kind == QuestionKind.Pictures || q.Options[0].Card is not null, q.Id));
    }

    [Fact]
    public void Next_AskedOnes_DoNotComeBack()
    {
        var first = Interview.Next(Belief.Prior, Nothing, InterviewMeans.Speaks, 10);
        var second = Interview.Next(Belief.Prior, first.Select(q => q.Id).ToHashSet(), InterviewMeans.Speaks, 10);

        Assert.Empty(first.Select(q => q.Id).Intersect(second.Select(q => q.Id)));
    }

    [Fact]
    public void Next_TopicWasAsked_OthersComeFirst()
    {
        int Place(params string[] asked) => Interview.Next(Belief.Prior, asked.ToHashSet(), InterviewMeans.Understands, 80).ToList().FindIndex(q => q.Id == "sleep-pictures");

        Assert.InRange(Place(), 0, 10);
        Assert.True(Place("kang") is < 0 or > 13, $"{Place()} {Place("kang")}");
        Assert.Equal(Place(), Place("dragon-boat"));
    }

    [Fact]
    public void Next_SichuanOrGansu_ReadsTheirNamesAloud()
    {
        var names = Interview.Next(Belief.Inside("51", "62"), Nothing, InterviewMeans.Understands, 40).Where(q => q.Kind == QuestionKind.Name).ToList();

        Assert.Equal(2, names.Count(q => q.Id is "name:51" or "name:62"));
        Assert.All(names, q => Assert.Matches("^name:(51|62)", q.Id));
        Assert.Equal("念给他听：“四川”（四川省）", names.Single(q => q.Id == "name:51").Text.Zh);
    }

    [Fact]
    public void Next_OneCounty_ReadsItsTowns()
    {
        var next = Interview.Next(Belief.In("510623", 0.8), Nothing, InterviewMeans.Understands, 20);

        Assert.True(next.Any(q => q.Id.StartsWith("name:510623", StringComparison.Ordinal) && q.Id.Length == 14), string.Join(' ', next.Select(q => $"{q.Id}:{q.Bits:0.000}")));
        Assert.DoesNotContain(next, q => q.Kind == QuestionKind.Name && q.Id.Length == 17);
    }

    [Fact]
    public void Next_TownKnown_ReadsItsVillages()
    {
        var town = Interview.Next(Belief.In("510623", 0.8), Nothing, InterviewMeans.Speaks, 60).First(q => q.Kind == QuestionKind.Name && q.Id.Length == 14);
        var clue = Interview.Read(new HomeAnswer(town.Id, ProposedOption.Yes))!;

        var next = Interview.Next(Belief.In("510623", 0.9, clue), new HashSet<string> { town.Id }, InterviewMeans.Speaks, 60);

        Assert.Equal(town.Topic, clue.Below[Belief.At("510623")].Town);
        Assert.Contains(next, q => q.Id.StartsWith(town.Id, StringComparison.Ordinal) && q.Id.Length == 17);
    }

    [Fact]
    public void Read_AnyAnswer_MeanOverSharesIsOne()
    {
        var all = Interview.Next(Belief.Prior, Nothing, InterviewMeans.Understands, 60).Concat(Interview.Next(Belief.Prior, Nothing, InterviewMeans.Speaks, 60)).Concat(Interview.Next(Belief.In("510623", 0.8), Nothing, InterviewMeans.Speaks, 60));
        var answers = all.SelectMany(q => q.Options.Select(o => new HomeAnswer(q.Id, o.Id, o.Id == ProposedOption.Said ? q.Words[0] : null))).ToArray();

        Gen.OneOf([.. answers.Select(a => Gen.Const(a))]).Sample(a =>
        {
            if (Interview.Read(a) is not { } clue) return a.Option == HomeAnswer.NoReaction;
            var mean = clue.Ratio.Select((r, i) => r * CountySet.All[i].Share).Sum();
            return clue.Kind == HomeClueKind.Answer && Math.Abs(mean - 1) < 1e-9 && clue.Ratio.All(r => r > 0.01);
        }, iter: 300, threads: 1);
    }

    [Theory]
    [InlineData("potato", "洋芋", "5134", "3702")]
    [InlineData("potato", "我们那里叫洋芋的", "5134", "3702")]
    [InlineData("potato", "羊鱼", "5134", "3702")]
    [InlineData("potato", "薯仔", "4401", "2301")]
    [InlineData("maize", "苞米", "2301", "4401")]
    [InlineData("maize", "棒頭", "3208", "5101")]
    [InlineData("mothers-mother", "姥娘", "3717", "4401")]
    public void Read_LocalWord_FavoursItsCountry(string question, string words, string more, string less)
    {
        var clue = Interview.Read(new HomeAnswer(question, ProposedOption.Said, words))!;

        Assert.Equal(words, clue.AsHeard);
        Assert.True(Mean(clue, more) > 2 * Mean(clue, less), $"{Mean(clue, more):0.00} {Mean(clue, less):0.00} {clue.Reading.Zh}");
    }

    [Theory]
    [InlineData("potato", "none", null)]
    [InlineData("potato", "said", "啊啊")]
    [InlineData("potato", "said", "")]
    [InlineData("tomato", "said", "三十晚上")]
    [InlineData("potato", "said", "我要回家")]
    [InlineData("potato", "said", "電視機遥控器")]
    [InlineData("kang", "none", null)]
    [InlineData("kang", "maybe", null)]
    [InlineData("no-such-question", "yes", null)]
    [InlineData("name:999999", "yes", null)]
    [InlineData("name:510623", "none", null)]
    [InlineData("name:", "yes", null)]
    [InlineData("heard:potato/没有这个词", "yes", null)]
    [InlineData("heard:potato", "yes", null)]
    public void Read_NothingSaid_IsNull(string question, string option, string? words) => Assert.Null(Interview.Read(new HomeAnswer(question, option, words)));

    [Fact]
    public void Read_WordsOfOtherTopics_SayNothingAlmostAlways()
    {
        var words = Bank.Questions.Where(q => q.Kind == QuestionKind.Word).ToList();
        var (read, all) = (0, 0);
        for (var q = 0; q < words.Count; q++)
            foreach (var hint in words[(q + 37) % words.Count].Words!.Hints.Take(6))
            {
                all++;
                if (Interview.Read(new HomeAnswer(words[q].Id, ProposedOption.Said, hint.Words[0])) is not null) read++;
            }

        Assert.InRange(read / (double)all, 0, 0.06);
    }

    [Theory]
    [InlineData("kang", "yes", "21", "44")]
    [InlineData("kang", "no", "44", "21")]
    [InlineData("dongzhi", "dumplings", "37", "35")]
    [InlineData("animal-pictures", "yak", "54", "31")]
    [InlineData("own-speech", "hakka", "4414", "51")]
    [InlineData("heard:potato/洋芋", "yes", "62", "37")]
    [InlineData("heard:potato/洋芋", "no", "37", "62")]
    public void Read_Answer_FavoursItsCountry(string question, string option, string more, string less)
    {
        var clue = Interview.Read(new HomeAnswer(question, option))!;

        Assert.True(Mean(clue, more) > 1.3 * Mean(clue, less), $"{Mean(clue, more):0.00} {Mean(clue, less):0.00}");
        Assert.True(Mean(clue, more) < 40 * Mean(clue, less), "an answer is never the truth");
    }

    [Fact]
    public void Read_SaidForChoice_FindsTheOption()
    {
        var said = Interview.Read(new HomeAnswer("staple", ProposedOption.Said, "天天吃面条"))!;

        Assert.Equal(Interview.Read(new HomeAnswer("staple", "wheat"))!.Ratio, said.Ratio);
        Assert.Equal("天天吃面条", said.AsHeard);
    }

    [Fact]
    public void Read_NameKnown_NeighboursCountInPart()
    {
        var clue = Interview.Read(new HomeAnswer("name:510623", ProposedOption.Yes))!;
        var (own, neighbour, far) = (clue.Ratio[Belief.At("510623")], clue.Ratio[Belief.At("510603")], clue.Ratio[Belief.At("230102")]);

        Assert.True(own > 1.5 * neighbour && neighbour > 1.5 * far, $"{own:0.0} {neighbour:0.0} {far:0.0}");
    }

    [Fact]
    public void Next_AddedQuestion_IsProposedAndRead()
    {
        var bank = new InMemoryQuestionBank();
        Assert.True(bank.Add("question\tpanda\tyesno\t熊猫\tA\town\t山里有熊猫吗？\tPandas?\noption\tyes\t有\tYes\t-\t0.001 51:0.9\n").Succeeded);
        var interview = new HomeInterview(bank);

        Assert.Contains(interview.Next(Belief.Inside("51", "13"), Nothing, InterviewMeans.Speaks, 15), q => q.Id == "panda");
        Assert.True(Mean(interview.Read(new HomeAnswer("panda", ProposedOption.Yes))!, "51") > 2);
    }

    private static double Mean(HomeClue clue, string code)
    {
        _ = DivisionCode.TryParse(code, out var at);
        return CountySet.Within(at).Average(i => clue.Ratio[i]);
    }
}

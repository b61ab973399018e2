using FamilyReunite.Casework.Access;
using FamilyReunite.Casework.Homes;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Interview;
using FamilyReunite.Domain;
using FamilyReunite.Domain.Homes;

namespace FamilyReunite.Casework.Tests.Homes;

public sealed class AddedQuestionDeskTests(HomesWorld world) : IClassFixture<HomesWorld>
{
    private const string Blood = "您家那边过年做血粑吗？";

    [Fact]
    public async Task Add_Question_IsAskedAndItsAnswerMovesTheBelief()
    {
        Assert.True((await AddAsync(Blood, "湖南省邵阳市、怀化市")).Succeeded);
        var line = (await ListAsync(world.Staff)).First(l => l.Question.Text == Blood);
        Assert.Equal("4305 4312", line.Question.Divisions);
        Assert.Empty(await ListAsync(world.Elsewhere));

        var id = $"added-{line.Question.Id:N}";
        var clue = await world.DoAsync<IAnswerReader, HomeClue?>(r => Task.FromResult(r.Read(new HomeAnswer(id, ProposedOption.Yes))));
        Assert.NotNull(clue);
        var shaoyang = CountySet.All.Select((c, i) => (c, i)).First(x => x.c.Code.Digits.StartsWith("4305", StringComparison.Ordinal)).i;
        var far = CountySet.All.Select((c, i) => (c, i)).First(x => x.c.Code.Digits.StartsWith("21", StringComparison.Ordinal)).i;
        Assert.True(clue.Ratio[shaoyang] > 2 * clue.Ratio[far]);
    }

    [Fact]
    public async Task Withdraw_Question_IsAskedNoMore()
    {
        await AddAsync("您家那边有盐田吗？", "山东省寿光市");
        var question = (await ListAsync(world.Staff)).First(l => l.Question.Text.Contains("盐田", StringComparison.Ordinal)).Question;
        Assert.False((await WithdrawAsync(world.Elsewhere, question.Id)).Succeeded);
        Assert.True((await WithdrawAsync(world.Staff, question.Id)).Succeeded);

        Assert.Null(await world.DoAsync<IAnswerReader, HomeClue?>(r => Task.FromResult(r.Read(new HomeAnswer($"added-{question.Id:N}", ProposedOption.Yes)))));
        Assert.True((await ListAsync(world.Staff)).Single(l => l.Question.Id == question.Id).Question.IsWithdrawn);
    }

    [Theory]
    [InlineData("", "湖南省", HowMany.Most, "home.question-needed")]
    [InlineData("两\n行", "湖南省", HowMany.Most, "home.question-needed")]
    [InlineData("问", "", HowMany.Most, "home.division-unknown")]
    [InlineData("问", "湖南省、没有这个地方啊啊啊", HowMany.Most, "home.one-division-unknown")]
    [InlineData("问", "湖南省", HowMany.Hardly, "home.shares-equal")]
    public async Task Add_BadInput_IsToldByField(string text, string where, HowMany there, string code) =>
        Assert.Equal(code, Assert.Single((await AddAsync(text, where, there)).Problems).Code);

    private Task<Outcome<Done>> AddAsync(string text, string where, HowMany there = HowMany.Most) =>
        world.DoAsync<AddedQuestionDesk, Outcome<Done>>(d => d.AddAsync(world.Staff, new NewQuestion(world.House.NewId(), text, where, there, HowMany.Hardly), default));

    private Task<Outcome<Done>> WithdrawAsync(Caller by, Guid id) => world.DoAsync<AddedQuestionDesk, Outcome<Done>>(d => d.WithdrawAsync(by, world.House.NewId(), id, default));

    private Task<IReadOnlyList<AddedQuestionLine>> ListAsync(Caller by) => world.DoAsync<AddedQuestionDesk, IReadOnlyList<AddedQuestionLine>>(d => d.ListAsync(by, default));
}

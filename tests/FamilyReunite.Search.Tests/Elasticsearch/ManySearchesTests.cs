using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FamilyReunite.Search.Tests.Elasticsearch;

/// <summary>Several searches in one request, of which some fail, over a transport that answers as it is told.</summary>
public sealed class ManySearchesTests
{
    private const string Busy = """{"status":429,"error":{"type":"search_phase_execution_exception","root_cause":[{"type":"es_rejected_execution_exception","reason":"queue of 1000 is full"}]}}""";
    private const string Unavailable = """{"status":503,"error":{"type":"search_phase_execution_exception","root_cause":[{"type":"no_shard_available_action_exception","reason":"token 张秀英"}]}}""";
    private const string NodeLeft = """{"status":500,"error":{"type":"search_phase_execution_exception","root_cause":[{"type":"node_disconnected_exception"}]}}""";
    private const string ShardLost = """{"status":200,"_shards":{"total":3,"successful":2,"failed":1,"failures":[{"shard":1,"reason":{"type":"circuit_breaking_exception"}}]},"hits":{}}""";
    private const string Late = """{"status":200,"timed_out":true,"_shards":{"total":3,"successful":3,"failed":0},"hits":{}}""";
    private const string Malformed = """{"status":400,"error":{"type":"parsing_exception","root_cause":[{"type":"parsing_exception"}]}}""";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _clock = new();
    private readonly Book _log = new();
    private readonly List<string[]> _asked = [];
    private readonly Queue<Func<string[], string[]>> _answers = new();

    [Theory]
    [InlineData(Busy, "429 es_rejected_execution_exception (1)")]
    [InlineData(Unavailable, "503 no_shard_available_action_exception (1)")]
    [InlineData(NodeLeft, "500 node_disconnected_exception (1)")]
    [InlineData(ShardLost, "200 circuit_breaking_exception (1)")]
    [InlineData(Late, "200 (1)")]
    public async Task Ask_OneItemFails_OnlyItIsAskedAgainAndTheOrderHolds(string failure, string said)
    {
        _answers.Enqueue(asked => [Found(asked[0]), failure, Found(asked[2])]);
        _answers.Enqueue(asked => [.. asked.Select(Found)]);
        var answers = await RunAsync("a", "b", "c");
        Assert.Equal(["a", "b", "c"], answers.Value!.Select(a => a.GetProperty("hits").GetString()));
        Assert.Equal([["a", "b", "c"], ["b"]], _asked);
        Assert.Equal($"Elasticsearch did not answer 1 of 3 searches; they are asked again in 100 ms: {said}", Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task Ask_DifferentItemsFailInTurn_EachComesBackInItsPlace()
    {
        _answers.Enqueue(asked => [Busy, Found(asked[1]), Unavailable, Busy]);
        _answers.Enqueue(asked => [Found(asked[0]), Busy, Found(asked[2])]);
        _answers.Enqueue(asked => [.. asked.Select(Found)]);
        var answers = await RunAsync("a", "b", "c", "d");
        Assert.Equal(["a", "b", "c", "d"], answers.Value!.Select(a => a.GetProperty("hits").GetString()));
        Assert.Equal([["a", "b", "c", "d"], ["a", "c", "d"], ["c"]], _asked);
    }

    [Fact]
    public async Task Ask_FailsEveryTime_GivesUpAndSaysHowOftenItTried()
    {
        for (var i = 0; i < 4; i++) _answers.Enqueue(asked => [.. asked.Select(a => a == "b" ? Busy : Found(a))]);
        var before = _clock.GetUtcNow();
        Assert.Equal("elastic.busy", Assert.Single((await RunAsync("a", "b")).Problems).Code);
        Assert.Equal([["a", "b"], ["b"], ["b"], ["b"]], _asked);
        // 100, 200 and 400 ms
        Assert.InRange(_clock.GetUtcNow() - before, 7 * FirstWait, 7 * FirstWait + FirstWait);
        Assert.Equal("Elasticsearch did not answer 1 of 2 searches in 4 attempts: 429 es_rejected_execution_exception (1)", _log.Lines[^1]);
    }

    [Fact]
    public async Task Ask_ItemThatWillNotPass_IsNotAskedAgain()
    {
        _answers.Enqueue(asked => [Found(asked[0]), Malformed]);
        var problem = Assert.Single((await RunAsync("a", "b")).Problems);
        Assert.Equal(("elastic.refused", 400, "parsing_exception"), (problem.Code, problem.Args[0], problem.Args[1]));
        Assert.Single(_asked);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Ask_FewerAnswersThanQuestions_IsNotTakenForTheRest()
    {
        _answers.Enqueue(asked => [Found(asked[0])]);
        Assert.Equal("elastic.not-elasticsearch", Assert.Single((await RunAsync("a", "b")).Problems).Code);
    }

    [Fact]
    public async Task Ask_Failures_AreLoggedWithoutWhatWasAskedOrSaid()
    {
        _answers.Enqueue(_ => [Unavailable]);
        _answers.Enqueue(asked => [.. asked.Select(Found)]);
        await RunAsync("李建国");
        Assert.All(_log.Lines, l => Assert.True(l.All(char.IsAscii), l));
    }

    private static string Found(string asked) => new JsonObject { ["status"] = 200, ["_shards"] = new JsonObject { ["failed"] = 0 }, ["timed_out"] = false, ["hits"] = asked }.ToJsonString();

    private async Task<Outcome<IReadOnlyList<JsonElement>>> RunAsync(params string[] questions)
    {
        var searches = new ManySearches(SendAsync, new ElasticOptions([new Uri("http://localhost:1")]) { FirstWait = FirstWait, Retries = 3 }, _clock, _log);
        var asking = searches.AskAsync("reunite-missing", [.. questions.Select(q => new JsonObject { ["query"] = q })], TestContext.Current.CancellationToken);
        while (!asking.IsCompleted) _clock.Advance(FirstWait / 10);
        return await asking;
    }

    private Task<Outcome<ElasticReply>> SendAsync(string path, byte[] lines, CancellationToken ct)
    {
        Assert.Equal("/reunite-missing/_msearch", path);
        var written = Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(written.Where((_, i) => i % 2 == 0), head => Assert.Equal("""{"allow_partial_search_results":false}""", head));
        string[] asked = [.. written.Where((_, i) => i % 2 == 1).Select(q => JsonNode.Parse(q)!["query"]!.GetValue<string>())];
        _asked.Add(asked);
        var body = JsonElement.Parse($$"""{"responses":[{{string.Join(',', _answers.Dequeue()(asked))}}]}""");
        return Task.FromResult<Outcome<ElasticReply>>(new ElasticReply(HttpStatusCode.OK, body));
    }

    private sealed class Book : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}

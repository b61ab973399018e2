using System.Data.Common;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.MatchRun;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain;
using FamilyReunite.Search;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Jobs.Indexing;

/// <summary>Follows the outbox: brings each saved record into the index and compares it, in the background. What stops it in between, the night makes good.</summary>
internal sealed class OutboxFollower(IIndexSource source, OutboxLeader leader, IndexFeeder feeder, ChangedMatcher matcher, OutboxSignal signal, ILogger<OutboxFollower> log) : BackgroundService
{
    /// <summary>Longest wait for changes that other processes wrote.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private string? _said;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leader.ResignAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException or OperationCanceledException)
        {
            log.ResigningFailed(e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // listening begins before the look, so that no pulse falls between the two
            var next = signal.WaitAsync(Poll, stoppingToken);
            try
            {
                Say(await FollowAsync(stoppingToken) is [var problem, ..] ? problem : null);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.FollowingFailed(e);
            }
            await next;
        }
    }

    private async Task<IReadOnlyList<Problem>> FollowAsync(CancellationToken ct)
    {
        try
        {
            // an index that servers share is filled by the one that leads, an index of its own by each; only who leads compares
            var leads = await leader.LeadsAsync(ct);
            return leads || source.Open().Value is not ISharedIndex ? await FeedAsync(leads, ct) : [];
        }
        catch (ElasticException e)
        {
            return [e.Problem];
        }
    }

    private async Task<IReadOnlyList<Problem>> FeedAsync(bool compares, CancellationToken ct)
    {
        var fed = await feeder.CatchUpAsync(null, ct);
        if (!compares || fed.Value is not { Changed.Count: > 0 } news) return fed.Problems;
        var matched = await matcher.MatchAsync(news.Changed, ct);
        if (matched.Value is { } tally) log.Followed(news.Changed.Count, tally.Persons, tally.New);
        return matched.Problems;
    }

    /// <summary>A problem that lasts is told once.</summary>
    private void Say(Problem? problem)
    {
        if (problem is not null && problem.Code != _said) log.FollowingWaits(problem.Code);
        _said = problem?.Code;
    }
}

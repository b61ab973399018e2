using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Indexing.Duplicates;
using FamilyReunite.Clues;
using FamilyReunite.Search;
using FamilyReunite.Search.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.Indexing;

internal static class IndexingRegistration
{
    public static IServiceCollection AddIndexing(this IServiceCollection services)
    {
        var life = services.Registered().Lease;
        services.TryAddSingleton<IClueTokenizer>(p => new ClueTokenizer(p.GetRequiredService<IndexKey>().Bytes));
        services.TryAddSingleton<IIndexSource, LuceneIndexSource>();
        services.AddSingleton<ClueFileSource>();
        services.AddSingleton(p => new ClueCache(p.GetRequiredService<IClueReader>(), p.GetRequiredService<ClueFileSource>()));
        services.AddSingleton<ClueSource>();
        services.AddSingleton<IndexKey>();
        services.AddSingleton<IndexStamp>();
        services.AddSingleton<IndexDocuments>();
        services.AddSingleton<OutboxFeed>();
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<OutboxLeader>(p, life));
        services.AddSingleton<IndexRebuilder>();
        services.AddSingleton<IndexFeeder>();
        services.AddSingleton<IndexChecker>();
        services.AddSingleton<SeenPosition>();
        services.AddSingleton<IndexMender>();
        services.AddSingleton<IndexReconciler>();
        services.AddSingleton<IndexStatusReader>();
        services.AddSingleton<RecordSearch>();
        services.AddSingleton<DuplicateFinder>();
        return services;
    }
}

using FamilyReunite.Domain;
using FamilyReunite.Search.Elasticsearch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Indexing;

public static class SearchEngineRegistration
{
    /// <summary>Registers the engine that <c>Search:Engine</c> names. Call before <see cref="CaseworkRegistration.AddReuniteCasework"/>, whose own choice is the embedded one.</summary>
    /// <exception cref="ElasticException">The settings cannot be understood.</exception>
    public static IServiceCollection AddSearchEngine(this IServiceCollection services, IConfiguration configuration)
    {
        var read = SearchSettings.Read(configuration);
        if (read.Value is not { } settings) throw new ElasticException(read.Problems[0]);
        if (settings.Elastic is null) return services;
        return services
            .AddSingleton(settings)
            .AddSingleton<LuceneIndexSource>()
            .AddSingleton<ElasticIndexSource>()
            .AddSingleton<IIndexSource>(p => p.GetRequiredService<ElasticIndexSource>());
    }

    /// <summary>Before a server starts: looks whether the cluster can be used.</summary>
    /// <returns>Why this server goes on with the embedded engine instead, as it was told to; otherwise null.</returns>
    /// <exception cref="ElasticException">The cluster cannot be used.</exception>
    public static Problem? OpenSearchEngine(this IServiceProvider services) => services.GetService<ElasticIndexSource>()?.Begin();
}

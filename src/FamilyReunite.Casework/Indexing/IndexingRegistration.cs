using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Indexing;

internal static class IndexingRegistration
{
    public static IServiceCollection AddIndexing(this IServiceCollection services) => services;
}

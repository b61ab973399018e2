using FamilyReunite.Casework.Indexing;
using FamilyReunite.Photos.Faces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FamilyReunite.Casework.Faces;

internal static class FacesRegistration
{
    public static IServiceCollection AddFaces(this IServiceCollection services)
    {
        services.AddSingleton(p => new PackShelf(p.GetRequiredService<DataFolder>().Packs, new HttpClient()));
        services.AddSingleton(p => new SharedFaces(p.GetService<ElasticIndexSource>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<SharedFaces>>())).AddSingleton<FaceFeed>();
        services.AddSingleton<FaceEngines>().AddSingleton<FaceStore>().AddSingleton<FaceErasure>().AddSingleton<PackDesk>().AddSingleton<FaceReader>().AddSingleton<FaceStatusReader>().AddSingleton<FaceTraitSource>().AddSingleton<FaceMatchSource>();
        return services.AddScoped<FacePickDesk>().AddScoped<FaceDesk>().AddScoped<FacePermissionDesk>();
    }
}

using FamilyReunite.Photos.Faces;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Faces;

internal static class FacesRegistration
{
    public static IServiceCollection AddFaces(this IServiceCollection services)
    {
        services.AddSingleton(p => new PackShelf(p.GetRequiredService<DataFolder>().Packs, new HttpClient()));
        services.AddSingleton<FaceEngines>().AddSingleton<FaceStore>().AddSingleton<FaceReader>().AddSingleton<FaceStatusReader>().AddSingleton<FaceTraitSource>().AddSingleton<FaceMatchSource>();
        return services.AddScoped<FacePickDesk>().AddScoped<FaceErasure>().AddScoped<FaceDesk>().AddScoped<FacePermissionDesk>();
    }
}

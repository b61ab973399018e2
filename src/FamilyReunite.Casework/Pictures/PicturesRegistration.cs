using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Pictures;

internal static class PicturesRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddScoped<PictureReader>().AddScoped<PictureMarkDesk>();
}

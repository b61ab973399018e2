using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Pictures;

internal static class PicturesRegistration
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services.AddSingleton<HeldFiles>().AddSingleton<DeletedPictureSweep>().AddScoped<PictureDeleteDesk>().AddScoped<PictureReader>().AddScoped<PictureMarkDesk>();
}

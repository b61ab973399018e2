using FamilyReunite.Casework.Intake.Notices;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.Intake;

internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<IPhotoReader, SkiaPhotoReader>();
        services.TryAddSingleton<IAttachmentSniffer, AttachmentSniffer>();
        services.TryAddSingleton<IBlobStore>(p => new FileBlobStore(p.GetRequiredService<DataFolder>().Blobs, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PictureStore>();
        services.AddSingleton<FactReading>();
        services.AddSingleton<NoticeDraft>();
        return services.AddScoped<IntakeDesk>().AddScoped<AttachmentDesk>().AddScoped<ContactDesk>().AddScoped<WishDesk>();
    }
}

using FamilyReunite.Casework.Intake.Notices;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Reading.Child;
using FamilyReunite.Photos.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.Intake;

internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<IPhotoReader, ChildPhotoReader>();
        services.TryAddSingleton<IAttachmentSniffer, AttachmentSniffer>();
        services.TryAddSingleton(p => Store(p.GetRequiredService<DataFolder>(), p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IBlobStore>(p => p.GetRequiredService<FileBlobStore>());
        services.AddHostedService<BlobSealing>();
        services.AddSingleton<PictureStore>();
        services.AddSingleton<FactReading>();
        services.AddSingleton<NoticeDraft>();
        return services.AddScoped<IntakeDesk>().AddScoped<AttachmentDesk>().AddScoped<ContactDesk>().AddScoped<WishDesk>();
    }

    private static FileBlobStore Store(DataFolder data, TimeProvider clock) => new(data.Blobs, clock, BlobKey.OpenOrCreate(data.BlobKey, data.Blobs));
}

using FamilyReunite.Casework.Exchange.Backup;
using FamilyReunite.Casework.Exchange.Candidates;
using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Casework.Exchange.Import;
using FamilyReunite.Photos;
using FamilyReunite.Photos.Reading;
using FamilyReunite.Photos.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.Exchange;

internal static class ExchangeRegistration
{
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.TryAddSingleton<IPhotoReader, SkiaPhotoReader>();
        services.TryAddSingleton<IAttachmentSniffer, AttachmentSniffer>();
        services.TryAddSingleton<IBlobStore>(p => new FileBlobStore(p.GetRequiredService<DataFolder>().Blobs, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Importer>();
        services.AddSingleton<CandidateExport>();
        services.AddSingleton<BackupWriter>();
        services.AddScoped<SystemDoctor>();
        return services;
    }
}

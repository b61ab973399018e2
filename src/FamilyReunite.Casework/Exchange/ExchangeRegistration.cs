using FamilyReunite.Casework.Exchange.Backup;
using FamilyReunite.Casework.Exchange.Candidates;
using FamilyReunite.Casework.Exchange.Doctor;
using FamilyReunite.Casework.Exchange.Import;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Exchange;

internal static class ExchangeRegistration
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<Importer>()
        .AddSingleton<CandidateExport>()
        .AddSingleton<BackupWriter>()
        .AddScoped<SystemDoctor>();
}

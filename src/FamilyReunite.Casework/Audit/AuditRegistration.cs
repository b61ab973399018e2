using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Audit;

internal static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddScoped<AuditReader>()
        .AddScoped<AuditExport>()
        .AddScoped<ChainCheck>();
}

using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Records;

internal static class RecordsRegistration
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services;
}

using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Records;

internal static class RecordsRegistration
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<FactWords>()
        .AddSingleton<HomeGuesses>()
        .AddSingleton<ReadWords>()
        .AddSingleton<ViewLog>()
        .AddScoped<AttachmentReader>()
        .AddScoped<RecordLister>()
        .AddScoped<RecordReader>()
        .AddScoped<TimelineReader>()
        .AddScoped<VisitList>()
        .AddScoped<StationDay>();
}

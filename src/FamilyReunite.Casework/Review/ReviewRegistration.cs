using FamilyReunite.Casework.Review.Morning;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Review;

internal static class ReviewRegistration
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddScoped<ReviewService>()
        .AddScoped<ReviewQueue>()
        .AddScoped<CaseReader>()
        .AddScoped<CaseList>()
        .AddScoped<HistoryReader>()
        .AddScoped<RecordLines>()
        .AddScoped<NightReader>()
        .AddScoped<MorningReader>();
}

using FamilyReunite.Casework.Review.Morning;
using FamilyReunite.Casework.Review.Why;
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
        .AddSingleton<PairInquiry.Services>()
        .AddSingleton(p => new PairInquiry(p.GetRequiredService<PairInquiry.Services>()))
        .AddScoped<WhyDesk>()
        .AddScoped<NightReader>()
        .AddScoped<MorningReader>();
}

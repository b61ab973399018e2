using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Casework.Review;

internal static class ReviewRegistration
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services;
}

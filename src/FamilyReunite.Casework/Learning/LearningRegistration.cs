using FamilyReunite.Casework.MatchRun;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FamilyReunite.Casework.Learning;

internal static class LearningRegistration
{
    public static IServiceCollection AddLearning(this IServiceCollection services)
    {
        services.AddSingleton<PresentModel>();
        services.TryAddSingleton<IScorerSource>(p => p.GetRequiredService<PresentModel>());
        return services.AddSingleton<DecisionReader>().AddSingleton<ChallengerRun>().AddSingleton<DecisionWatch>().AddScoped<ModelBook>();
    }
}

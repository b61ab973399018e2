using FamilyReunite.Clues.Places;
using FamilyReunite.Domain;
using FamilyReunite.Matching.Model;
using Microsoft.Extensions.DependencyInjection;

namespace FamilyReunite.Matching;

/// <summary>Puts the pair scorer into a service collection.</summary>
public static class MatchingRegistration
{
    /// <summary>Where a published program keeps the models that were shipped with it.</summary>
    public static string ShippedModels => Path.Combine(AppContext.BaseDirectory, "models", "pair");

    /// <summary>Registers <see cref="PairModelLoader"/>, the <see cref="Outcome{T}"/> of loading and <see cref="IPairScorer"/>. Needs an <see cref="IPlaceResolver"/>.
    /// Whoever asks for the scorer while the model is refused gets an <see cref="InvalidOperationException"/> that names the problem's code.</summary>
    /// <param name="modelFolder">The folder that holds one folder a version; <see cref="ShippedModels"/> when null.</param>
    /// <param name="version">Null takes the newest.</param>
    public static IServiceCollection AddReuniteMatching(this IServiceCollection services, string? modelFolder = null, string? version = null)
    {
        services.AddSingleton<PairModelLoader>();
        services.AddSingleton(s => new LoadedPairModel(s.GetRequiredService<PairModelLoader>().Load(modelFolder ?? ShippedModels, version)));
        services.AddSingleton<IPairScorer>(s => s.GetRequiredService<LoadedPairModel>().Outcome is { Value: { } model }
            ? new LogisticPairScorer(model, s.GetRequiredService<IPlaceResolver>())
            : throw new InvalidOperationException($"No pair model can be used: {string.Join(", ", s.GetRequiredService<LoadedPairModel>().Outcome.Problems.Select(p => p.Code))}. Run `reunite doctor`, or `reunite train` for a new model."));
        return services;
    }
}

/// <summary>The pair model of this run, or why there is none.</summary>
public sealed record LoadedPairModel(Outcome<PairModel> Outcome);

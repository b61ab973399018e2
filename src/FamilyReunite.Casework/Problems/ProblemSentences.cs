using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Problems;

/// <summary>The sentence of an expected failure: what is wrong and what to do. The part of the code before the dot names the resource file beside this class (<c>review.text-needed</c> → <c>review.resx</c>).</summary>
public static class ProblemSentences
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new();

    /// <summary>In the language of <paramref name="culture"/>, Chinese where there is no translation.</summary>
    /// <exception cref="MissingManifestResourceException">No file for the code's first part: a defect, a test looks for it.</exception>
    public static string Of(Problem problem, CultureInfo culture)
    {
        var sentence = Find(problem.Code, culture) ?? throw new MissingManifestResourceException($"No sentence for the problem {problem.Code}.");
        return problem.Args.Length == 0 ? sentence : string.Format(culture, sentence, problem.Args);
    }

    /// <summary>Null when the code has no sentence.</summary>
    public static string? Find(string code, CultureInfo culture)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0) return null;
        var file = Files.GetOrAdd(code[..dot], name => new ResourceManager($"FamilyReunite.Casework.Problems.{name}", typeof(ProblemSentences).Assembly));
        return file.GetString(code, culture);
    }
}

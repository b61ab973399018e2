using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Reads a case into clues and multiplies what they say onto the belief that the place of finding gives. Thread-safe.</summary>
public sealed class HomeFinder : IHomeFinder
{
    /// <summary>Clues of one kind repeat each other: the strongest counts in full, the next by these powers, the rest by the last. Estimated.</summary>
    private static readonly double[] Repeated = [1, 0.8, 0.65, 0.5];

    /// <summary>Part of the prior that no clue takes away: what is said of home can all be wrong together.</summary>
    private const double Doubt = 0.03;

    /// <summary>Nats that the clues must move the belief for the finder to answer at all.</summary>
    private const double LeastTold = 0.1;

    private readonly IHomeEvidence[] _evidence;
    private readonly IPlaceResolver _places;
    private readonly IAnswerReader? _answers;

    public HomeFinder(IPlaceResolver places, IAnswerReader? answers = null)
    {
        (_places, _answers) = (places, answers);
        _evidence = [new PlaceEvidence(places), new AccentEvidence(places), new ShiftEvidence(), new HintEvidence(), new CodeEvidence()];
    }

    public HomeDistribution Find(HomeCase known)
    {
        var said = HomeReader.Read(known);
        var clues = new List<HomeClue>();
        foreach (var evidence in _evidence) clues.AddRange(evidence.Read(said));
        clues.AddRange(known.Listeners.Select(ListenerEvidence.Read).OfType<HomeClue>());
        if (_answers is not null) clues.AddRange(known.Answers.Select(_answers.Read).OfType<HomeClue>());
        var prior = FoundPrior.Of(Found(said.Found), said.Strayed, said.Taken);
        var belief = Combined(prior, clues);
        return new HomeDistribution(belief, clues, declined: Gain(belief, prior) < LeastTold);
    }

    /// <summary>Nats by which the clues moved the belief.</summary>
    private static double Gain(double[] belief, double[] prior)
    {
        var sum = 0.0;
        for (var i = 0; i < belief.Length; i++) sum += belief[i] * Math.Log(belief[i] / prior[i]);
        return sum;
    }

    private DivisionCode? Found(string words) =>
        words.Length == 0 ? null : DivisionCode.TryParse(words, out var code) ? code : _places.Resolve(new PlaceQuery(words, Top: 1)) is [{ Score: > 0.3 } best] ? best.Code : null;

    private static double[] Combined(double[] prior, List<HomeClue> clues)
    {
        var log = Array.ConvertAll(prior, Math.Log);
        foreach (var kind in clues.GroupBy(c => c.Kind))
        {
            var rank = 0;
            foreach (var clue in kind.OrderByDescending(c => c.Information))
            {
                var power = Repeated[Math.Min(rank++, Repeated.Length - 1)];
                for (var i = 0; i < log.Length; i++) log[i] += power * Math.Log(Math.Max(clue.Ratio[i], 1e-9));
            }
        }
        var most = log.Max();
        var belief = Array.ConvertAll(log, l => Math.Exp(l - most));
        var sum = belief.Sum();
        for (var i = 0; i < belief.Length; i++) belief[i] = (1 - Doubt) * belief[i] / sum + Doubt * prior[i];
        return belief;
    }
}

using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Reading;

/// <summary>Places with every reading that deserves belief.</summary>
internal sealed class PlaceClues(IPlaceResolver resolver)
{
    private const int MostReadings = 6;
    private const double LeastShare = 0.02;

    public List<PlaceClue> Of(List<Statement> all, FactKind written, FactKind? heard = null)
    {
        var places = new List<PlaceClue>();
        foreach (var s in all)
        {
            if (s.Kind != written && s.Kind != heard) continue;
            if (places.Exists(p => p.AsHeard == s.AsHeard)) continue;
            Add(places, s, s.Kind == heard);
        }
        return places;
    }

    private void Add(List<PlaceClue> places, Statement s, bool heardOnly)
    {
        if (DivisionCode.TryParse(s.Understood, out var given))
        {
            places.Add(new PlaceClue(given.Level > DivisionLevel.County ? given : PlaceResolver.Today(given) ?? given, 1, s.AsHeard, heardOnly));
            return;
        }
        var before = places.Count;
        foreach (var guess in resolver.Resolve(new PlaceQuery(s.AsHeard, Top: MostReadings)))
            if (guess.Score >= LeastShare) places.Add(new PlaceClue(guess.Code, Math.Round(guess.Score, 3), s.AsHeard, heardOnly));
        // the words stay comparable even where no table knows the place
        if (places.Count == before) places.Add(new PlaceClue(default, 0, s.AsHeard, heardOnly));
    }
}

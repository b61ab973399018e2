using FamilyReunite.Matching.Comparison.Frequencies;

namespace FamilyReunite.Matching.Comparison;

/// <summary>A garment as colour and thing ("黑色 棉衣").</summary>
internal sealed class PreparedGarment
{
    private const string DarkAndLight = "深浅淡大暗";

    public PreparedGarment(string words)
    {
        Words = words;
        var at = words.LastIndexOf(' ');
        var colourEnd = at < 0 ? words.IndexOf('色', StringComparison.Ordinal) : at;
        Colour = colourEnd < 0 ? "" : string.Concat(words[..colourEnd].Where(c => c != '色' && c != ' ' && !DarkAndLight.Contains(c, StringComparison.Ordinal)));
        Thing = words[(colourEnd + 1)..].Trim();
    }

    public string Words { get; }

    public string Colour { get; }

    public string Thing { get; }

    /// <summary>Share of garments of that colour, and of that kind.</summary>
    public double ColourShare => GarmentFrequency.OfColour(Colour);

    public double ThingShare => GarmentFrequency.OfThing(Thing);
}

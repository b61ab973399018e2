using System.Collections.Concurrent;

namespace FamilyReunite.Web.Pages.Homes;

/// <summary>The picture cards that are at hand.</summary>
public sealed class CardPictures(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Address of a card by its name; null when there is no such picture.</summary>
    public string? Address(string card) => _known.GetOrAdd(card, name => environment.WebRootFileProvider.GetFileInfo($"cards/{name}.svg").Exists ? $"/cards/{name}.svg" : null);
}

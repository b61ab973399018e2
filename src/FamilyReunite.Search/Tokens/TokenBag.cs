namespace FamilyReunite.Search.Tokens;

/// <summary>Collects the clue texts of one record with their certainty; said twice, the surer counts.</summary>
internal sealed class TokenBag
{
    private const int Steps = 16;
    private readonly Dictionary<(TokenKind Kind, string Text), double> _certainty = [];
    private readonly List<(TokenKind Kind, string Text)> _order = [];

    /// <param name="certainty">0 to 1.</param>
    public void Add(TokenKind kind, string text, double certainty = 1)
    {
        if (text.Length == 0 || !(certainty > 0)) return;
        var key = (kind, text);
        if (_certainty.TryAdd(key, certainty)) _order.Add(key);
        else _certainty[key] = Math.Max(_certainty[key], certainty);
    }

    /// <summary>Weights of a document: certainty in sixteenths, so that a token's dictionary entries stay few.</summary>
    public IReadOnlyList<ClueToken> ForDocument(TokenHash hash) => _order.ConvertAll(k => new ClueToken(hash.Of(k.Kind, k.Text), Step(_certainty[k])));

    /// <summary>Weights of a query: importance × certainty.</summary>
    public IReadOnlyList<ClueToken> ForQuery(TokenHash hash) => _order.ConvertAll(k => new ClueToken(hash.Of(k.Kind, k.Text), (float)(k.Kind.Importance * Step(_certainty[k]))));

    private static float Step(double certainty) => (float)Math.Clamp(Math.Round(certainty * Steps), 1, Steps) / Steps;
}

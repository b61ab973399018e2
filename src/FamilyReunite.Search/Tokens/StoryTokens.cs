using FamilyReunite.Clues;

namespace FamilyReunite.Search.Tokens;

/// <summary>Family, people and speech, papers and things.</summary>
internal static class StoryTokens
{
    /// <summary>Digits or letters that a fragment must share in a row.</summary>
    private const int IdGram = 4;

    public static void Add(TokenBag bag, ClueSet clues)
    {
        foreach (var f in clues.Family) AddFamily(bag, f);
        foreach (var e in clues.Ethnicities.Where(e => e != "汉")) bag.Add(TokenKinds.Ethnicity, e);
        foreach (var l in clues.Languages) bag.Add(TokenKinds.Language, l);
        foreach (var id in clues.IdFragments.Select(HanText.Fold)) AddId(bag, id);
        foreach (var w in clues.Clothing) bag.Add(TokenKinds.Clothing, w);
        foreach (var w in clues.Belongings) bag.Add(TokenKinds.Belonging, w);
        foreach (var w in clues.Foods) bag.Add(TokenKinds.Food, w);
    }

    private static void AddFamily(TokenBag bag, FamilyClue f)
    {
        if (f.Member.Name is { Length: > 1 } name) bag.Add(TokenKinds.FamilyWritten, HanText.Fold(name));
        if (f.Member.Count is { } count) bag.Add(TokenKinds.FamilyCount, $"{f.Member.Relation} {count}");
        var readings = f.NameReadings.Where(r => r.Count > 0).ToList();
        foreach (var (whole, share) in NameTokens.Wholes(NameTokens.Coarse(readings))) bag.Add(TokenKinds.FamilyCoarse, whole, share);
        NameTokens.AddPairs(bag, TokenKinds.FamilyPair, [.. readings.Select(r => NameTokens.Distinct(r.Select(SoundKey.Of)))]);
    }

    private static void AddId(TokenBag bag, string id)
    {
        bag.Add(TokenKinds.IdWhole, id);
        for (var i = 0; i + IdGram <= id.Length; i++) bag.Add(TokenKinds.IdPart, id.Substring(i, IdGram));
    }
}

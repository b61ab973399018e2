using FamilyReunite.Clues.Writing;

namespace FamilyReunite.Clues.Homes.Reading;

/// <summary>Turns a case into statements: its fields first, then what its free words say beside them.</summary>
internal static class HomeReader
{
    /// <summary>Characters of free words that are read, and statements that are weighed; beyond that a case holds a book, not clues.</summary>
    private const int Longest = 6000, MostStatements = 40, MostPlaces = 8;

    public static HomeStatements Read(HomeCase known)
    {
        var text = Plain(known.Text);
        var told = TextReader.Read(text, found: Plain(known.FoundPlace));
        foreach (var other in known.OtherClues) told.AddRange(TextReader.Read(Plain(other), alone: true));
        var all = new List<HomeStatement>();
        foreach (var heard in known.HeardPlaces) Add(all, FieldReader.Place(LatinPlace.ToHan(Plain(heard)), told));
        foreach (var name in known.HeardNames) Add(all, FieldReader.Name(Plain(name)));
        foreach (var word in known.DialectWords) all.AddRange(FieldReader.Speech(Plain(word)));
        foreach (var judged in Plain(known.DialectJudgement).Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(all, FieldReader.Accent(judged));
        foreach (var people in known.Ethnicities) Add(all, new HomeStatement(StatementKind.People, Plain(people), 0.8));
        var names = known.HeardNames.Concat(known.DialectWords).Select(Plain).ToList();
        foreach (var s in told)
            if (s is not { Kind: StatementKind.Spoken } || !Finding.HintEvidence.Knows(s.Words))
            if (!names.Exists(n => s.Kind == StatementKind.Spoken && n.Contains(s.Words, StringComparison.Ordinal)) && !all.Exists(a => Repeats(a, s))) all.Add(s);
        all = Hearings.Joined(all);
        var places = all.Where(s => s.Kind is < StatementKind.Code).OrderByDescending(s => s.Trust).Take(MostPlaces).ToHashSet();
        var found = known.FoundPlace.Length > 0 ? Plain(known.FoundPlace) : TextReader.Found(text);
        return new HomeStatements([.. all.Where(s => s.Kind >= StatementKind.Code || places.Contains(s)).Take(MostStatements)], found, TextReader.Strayed(text), TextReader.Taken(text));
    }

    private static void Add(List<HomeStatement> all, HomeStatement? s)
    {
        if (s is not null && !all.Exists(a => a.Kind == s.Kind && a.Words == s.Words)) all.Add(s);
    }

    /// <summary>True when free words say again what a field holds; every accent that was noted counts once.</summary>
    private static bool Repeats(HomeStatement known, HomeStatement told) =>
        Family(known.Kind) == Family(told.Kind) && (known.Words.Contains(told.Words, StringComparison.Ordinal) || told.Words.Contains(known.Words, StringComparison.Ordinal) || known.Kind == StatementKind.Accent && told.Kind == StatementKind.Accent);

    private static int Family(StatementKind kind) => kind < StatementKind.Code ? 0 : (int)kind;

    private static string Plain(string words) => PlainText.Of(words.Length > Longest ? words[..Longest] : words).Trim();
}

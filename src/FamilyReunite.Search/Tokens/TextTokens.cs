using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Search.Tokens;

/// <summary>What full-text search over records finds: names, words of facts, numbers of the case. The family's contact is never among it.</summary>
internal static class TextTokens
{
    /// <summary>Longest fact of which single characters are found too.</summary>
    private const int ShortFact = 40;

    private const double InOtherWords = 0.5;
    private const int NumberGram = 4;

    public static void Add(TokenBag bag, CaseRecord record, ClueSet clues)
    {
        AddWords(bag, CallName(record), 1, single: true);
        foreach (var f in record.Facts.Where(f => f.IsCurrent && f.Answer == AnswerState.Given && f.Kind != FactKind.ReporterContact))
        {
            var isName = f.Kind is FactKind.Name or FactKind.OtherName or FactKind.NameHeard;
            AddWords(bag, f.AsHeard, isName ? 1 : InOtherWords, isName || f.AsHeard.Length <= ShortFact);
            if (f.Kind is FactKind.CaseNumber or FactKind.IdFragment) AddNumbers(bag, f.AsHeard);
        }
        AddNumbers(bag, record.SourceId ?? "");
        AddWords(bag, record.SourceId ?? "", 1, single: false);
        foreach (var n in clues.Names) AddSounds(bag, n.Readings, 1);
    }

    /// <summary>What a user typed: characters (found by their sound too), letters that may be pinyin, numbers.</summary>
    public static void AddTyped(TokenBag bag, string words)
    {
        AddWords(bag, words, 1, single: false);
        AddNumbers(bag, words);
        var typed = new List<IReadOnlyList<string>>();
        foreach (var (run, text) in HanText.Runs(words))
        {
            if (run == HanText.Run.Letters) typed.AddRange(PinyinWords.Split(text).Select(s => (IReadOnlyList<string>)[s]));
            else if (run == HanText.Run.Han && HanText.Characters(text) is { Count: 1 } only) bag.Add(TokenKinds.TextChar, only[0]);
            if (run == HanText.Run.Han) AddSounds(bag, CharacterReadings.OfText(text), InOtherWords);
        }
        AddSounds(bag, typed, 1);
    }

    private static void AddWords(TokenBag bag, string text, double certainty, bool single)
    {
        foreach (var (run, part) in HanText.Runs(text))
        {
            if (run == HanText.Run.Letters) bag.Add(TokenKinds.TextWord, part, certainty);
            if (run != HanText.Run.Han) continue;
            var c = HanText.Characters(part);
            for (var i = 0; i < c.Count; i++)
            {
                if (single) bag.Add(TokenKinds.TextChar, c[i], certainty);
                if (i > 0) bag.Add(TokenKinds.TextPair, c[i - 1] + c[i], certainty);
            }
        }
    }

    private static void AddNumbers(TokenBag bag, string text)
    {
        foreach (var (_, digits) in HanText.Runs(text).Where(r => r.Run == HanText.Run.Digits))
        {
            bag.Add(TokenKinds.TextNumber, digits);
            for (var i = 0; i + NumberGram <= digits.Length; i++) bag.Add(TokenKinds.TextNumberPart, digits.Substring(i, NumberGram));
        }
    }

    private static void AddSounds(TokenBag bag, IReadOnlyList<IReadOnlyList<string>> readings, double certainty)
    {
        var keys = readings.Select(r => NameTokens.Distinct(r.Select(SoundKey.Of))).Where(k => k.Count > 0).ToList();
        foreach (var k in keys)
            foreach (var s in k) bag.Add(TokenKinds.TextSyllable, s, certainty / k.Count);
        NameTokens.AddPairs(bag, TokenKinds.TextSyllablePair, keys, reach: 2);
    }

    private static string CallName(CaseRecord record) => record switch
    {
        StrandedPerson p => p.CallName ?? "",
        FieldContact c => c.CallName ?? "",
        _ => "",
    };
}

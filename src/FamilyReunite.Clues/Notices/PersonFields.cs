using System.Text.RegularExpressions;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues.Notices;

/// <summary>Lays the facts of one person into the fields of a record.</summary>
internal sealed partial class PersonFields(IPlaceResolver places)
{
    /// <summary>Centimetres below which a new-born child's measure is its length.</summary>
    private const double Newborn = 62;

    private const int Candidates = 5;

    [GeneratedRegex("婴|新生儿|初生|脐带|刚出生", RegexOptions.CultureInvariant)]
    private static partial Regex IsNewborn();

    [GeneratedRegex("救助站|救助管理|受助|滞留|福利院|无名氏|护送|流浪|说不清|说不出", RegexOptions.CultureInvariant)]
    private static partial Regex ByStation();

    [GeneratedRegex("家属|家人报|报警|走失时|失踪时|离家时|联系电话|家寻", RegexOptions.CultureInvariant)]
    private static partial Regex ByFamily();

    [GeneratedRegex("电动车|电瓶车|三轮车|摩托车|自行车|单车|轿车|面包车|货车|汽车|轮椅", RegexOptions.CultureInvariant)]
    private static partial Regex IsVehicle();

    [GeneratedRegex("(?:票|证|钥匙|卡)", RegexOptions.CultureInvariant)]
    private static partial Regex NoVehicle();

    [GeneratedRegex("约|大概|估计|推测|推定|可能|疑似", RegexOptions.CultureInvariant)]
    private static partial Regex Guessed();

    [GeneratedRegex("(?:约|大概|估计|推测|推定|可能|疑似)(?:出生)?(?:日期|时间)?(?:为|于|是|在|:)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GuessedBefore();

    [GeneratedRegex(@"^(?:出生)?[ ]?(?:\((?:估计|推定|推测|约|大概|大约|不准|可能)|左右|前后|上下)", RegexOptions.CultureInvariant)]
    private static partial Regex GuessedAfter();

    [GeneratedRegex("口吃|说话不清|说不清楚|结巴|大舌头|失语|言语不清|语言不清|口齿不清|含糊|不会说话|不能说话|无法说话|语言障碍", RegexOptions.CultureInvariant)]
    private static partial Regex SpeechFault();

    [GeneratedRegex("口音|方言|自己的情况", RegexOptions.CultureInvariant)]
    private static partial Regex NoAbility();

    [GeneratedRegex("连衣裙|连体衣|连体裤|旗袍|长袍|连身", RegexOptions.CultureInvariant)]
    private static partial Regex OnePiece();

    [GeneratedRegex("或|、", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    public NoticePerson Of(string text, string plain, List<NoticeFact> facts, Range mine)
    {
        var station = ByStation().IsMatch(plain) && !ByFamily().IsMatch(plain);
        if (station) for (var i = 0; i < facts.Count; i++) if (facts[i] is { Kind: FactKind.MissingAt, Directness: not Directness.Labelled } f) facts[i] = f with { Fact = f.Fact with { Kind = FactKind.FoundAt } };
        var picked = new PickedFacts(text, facts);
        var (birth, missing, found) = (Day(picked, plain, "birth", FactKind.BirthDate), Day(picked, plain, "missing", FactKind.MissingAt), Day(picked, plain, "found", FactKind.FoundAt));
        var age = picked.One("age", Ranged, FactKind.Age) is { } a && NumberRange.TryParse(a.Fact.Understood, out var years) ? Figures.OfAge(a.Words, years) : default(Figures?);
        var (height, length) = Heights(picked, plain);
        var (family, count) = Family(picked, plain, facts, mine);
        var (accent, accents) = Accent(picked, plain);
        var (home, heard) = (Place(picked, "home_place", FactKind.HomePlace), picked.All("heard_home", f => !f.Words.Contains('X', StringComparison.Ordinal), FactKind.HomeHeard));
        if (home is not null && heard?.Contains(home) == true) home = null;
        var person = new NoticePerson
        {
            Name = picked.Words("name", FactKind.Name), Names = picked.All("names", null, FactKind.OtherName), NameHeard = picked.Words("name_heard", FactKind.NameHeard),
            Sex = picked.One("sex", null, FactKind.Sex)?.Fact.Understood switch { "M" => "男", "F" => "女", _ => null },
            Birth = Text(birth), BirthCalendar = birth?.Calendar, BirthApprox = birth is null ? null : birth.Approximate, BirthLunar = birth?.Calendar == DateCalendar.Lunar ? Text(birth) : null, Zodiac = picked.One("zodiac", null, FactKind.Zodiac)?.Fact.Understood,
            Age = age?.One, AgeRange = age?.Range is { } r ? [r.Low, r.High] : null, AgeApprox = age?.About,
            HeightCm = height?.One, HeightApprox = height?.About, LengthCm = length?.One, WeightKg = picked.One("weight_kg", Ranged, FactKind.Weight) is { } w && NumberRange.TryParse(w.Fact.Understood, out var kg) ? Figures.OfMeasure(w.Words, kg).One : null,
            Build = picked.Joined("build", FactKind.Build), Hair = picked.Joined("hair", FactKind.Hair), Upper = Worn(picked, "upper", FactKind.Upper), Lower = Worn(picked, "lower", FactKind.Lower),
            Shoes = picked.One("shoes", f => f.Fact.Understood == "无", FactKind.Shoes) is not null ? "无" : picked.Joined("shoes", FactKind.Shoes), Hat = picked.Joined("hat", FactKind.Hat), Gait = picked.Joined("gait", FactKind.Gait),
            Vehicle = picked.One("vehicle", f => f.Kind == FactKind.Vehicle || IsRidden(f), FactKind.Vehicle, FactKind.Belonging) is { } v ? picked.Said(v) : null, Items = picked.All("items", f => !IsRidden(f) && f.Words is not ("物品" or "物品有" or "衣物"), FactKind.Belonging),
            Marks = picked.All("marks", null, FactKind.Mark), Foods = picked.All("foods", null, FactKind.Food), Crops = picked.All("crops", null, FactKind.Crop), Animals = picked.All("animals", null, FactKind.Animal),
            Terrain = picked.All("terrain", null, FactKind.Terrain), DialectWords = picked.All("dialect_words", null, FactKind.DialectWord), Family = family, FamilyCount = count,
            Accent = accent, AccentCandidates = accents, Language = picked.Joined("language", FactKind.Language), LanguageAbility = picked.All("language_ability", f => !NoAbility().IsMatch(f.Words), FactKind.LanguageAbility) is { } said ? string.Join('，', said) : null, Ethnicity = picked.Words("ethnicity", FactKind.Ethnicity),
            Condition = picked.All("condition", f => f.Kind != FactKind.LanguageAbility || SpeechFault().IsMatch(f.Words), FactKind.Health, FactKind.Mind, FactKind.LanguageAbility) is { } ill ? string.Join('，', ill) : null, Dna = picked.Joined("dna", FactKind.Dna),
            Missing = Text(missing), MissingCalendar = missing?.Calendar, MissingPlace = Place(picked, "missing_place", FactKind.MissingPlace), Found = Text(found), FoundPlace = Place(picked, "found_place", FactKind.FoundPlace),
            HomePlace = home, HeardHome = heard, HomeCandidates = Homes(home, heard),
        };
        return person with { Spans = picked.Spans };
    }

    /// <summary>A dress or a child's one-piece is worn above and below.</summary>
    private static string? Worn(PickedFacts picked, string field, FactKind kind) =>
        picked.All(field, f => f.Kind == kind || OnePiece().IsMatch(f.Words), FactKind.Upper, FactKind.Lower) is { } worn ? string.Join('，', worn) : null;

    private static bool Ranged(NoticeFact f) => f.Fact.Understood is not null;

    private static bool IsRidden(NoticeFact f) => IsVehicle().IsMatch(f.Words) && !NoVehicle().IsMatch(f.Words);

    private static PartialDate? Day(PickedFacts picked, string plain, string field, FactKind kind)
    {
        if (picked.One(field, f => PartialDate.TryParse(f.Fact.Understood, out _), kind) is not { } f || !PartialDate.TryParse(f.Fact.Understood, out var date)) return null;
        var end = f.Fact.Start + f.Fact.Length;
        return GuessedBefore().IsMatch(plain.AsSpan(Math.Max(0, f.Fact.Start - 8)..f.Fact.Start)) || Guessed().IsMatch(plain.AsSpan(f.Fact.Start..end)) || GuessedAfter().IsMatch(plain.AsSpan(end..Math.Min(plain.Length, end + 8))) ? date with { Approximate = true } : date;
    }

    /// <summary>Without the calendar and "about", which have fields of their own.</summary>
    private static string? Text(PartialDate? date) => date is null ? null : (date with { Calendar = DateCalendar.Solar, Approximate = false }).ToString();

    private static (Figures? Height, Figures? Length) Heights(PickedFacts picked, string plain)
    {
        if (IsNewborn().IsMatch(plain) && picked.One("length_cm", f => NumberRange.TryParse(f.Fact.Understood, out var r) && r.High < Newborn, FactKind.Height) is { } l && NumberRange.TryParse(l.Fact.Understood, out var length))
            return (null, Figures.OfMeasure(l.Words, length));
        return picked.One("height_cm", Ranged, FactKind.Height) is { } h && NumberRange.TryParse(h.Fact.Understood, out var height) ? (Figures.OfMeasure(h.Words, height), null) : (null, null);
    }

    private static (IReadOnlyList<string>?, IReadOnlyDictionary<string, int>?) Family(PickedFacts picked, string plain, List<NoticeFact> facts, Range mine)
    {
        var count = new Dictionary<string, int>();
        foreach (var f in facts)
        {
            if (f.Kind != FactKind.Family) continue;
            if (FamilyMember.TryParse(f.Fact.Understood, out var member) && member.Count is { } n && Relatives.Word(member.Relation) is { } word && count.TryAdd(word, n)) picked.Note("family_count", f);
        }
        var (offset, length) = mine.GetOffsetAndLength(plain.Length);
        foreach (var (relation, number, start, size) in Relatives.In(plain.Substring(offset, length)))
            if (count.TryAdd(relation, number)) picked.Note("family_count", new NoticeFact(new Descriptions.ReadFact(FactKind.Family, "", null, offset + start, size), Directness.Own));
        return (picked.All("family", null, FactKind.Family), count.Count > 0 ? count : null);
    }

    private (string?, IReadOnlyList<string>?) Accent(PickedFacts picked, string plain)
    {
        if (picked.One("accent", null, FactKind.Accent) is not { } f) return (null, null);
        var words = picked.Said(f);
        if (Accents.Alternatives(plain, f.Fact.Start, f.Fact.Start + f.Fact.Length) is var (start, length)) words = picked.Said(f with { Fact = f.Fact with { Start = start, Length = length } });
        return (words, Accents.Of(words, places));
    }

    /// <summary>The most direct place of a kind, of these the one that says most.</summary>
    private static string? Place(PickedFacts picked, string field, FactKind kind)
    {
        var longest = 0;
        Directness? most = null;
        picked.One("", f => { if (most is null || f.Directness < most) (most, longest) = (f.Directness, f.Words.Length); else if (f.Directness == most) longest = Math.Max(longest, f.Words.Length); return false; }, kind);
        return picked.One(field, f => f.Directness == most && f.Words.Length == longest, kind) is { } place ? picked.Said(place) : null;
    }

    private List<PlaceGuess>? Homes(string? home, IReadOnlyList<string>? heard)
    {
        List<PlaceGuess> guesses = [];
        foreach (var words in (home is null ? [] : Or().Split(home)).Concat(heard ?? []))
            if (words.Length > 1) guesses.AddRange(places.Resolve(new PlaceQuery(words, Top: Candidates)));
        return guesses.Count == 0 ? null : [.. guesses.GroupBy(g => g.Code).Select(g => g.MaxBy(x => x.Score)!).OrderByDescending(g => g.Score).Take(2 * Candidates)];
    }
}

using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Places;
using FamilyReunite.Domain.Facts;

namespace FamilyReunite.Clues.Notices;

/// <summary>Reads notices: one form of writing, labels, people, then facts a person. Thread-safe.</summary>
public sealed partial class NoticeReader : INoticeReader
{
    /// <summary>Kinds that an opening about several people gives to each of them.</summary>
    private static readonly HashSet<FactKind> OfAll = [FactKind.MissingAt, FactKind.MissingPlace, FactKind.FoundAt, FactKind.FoundPlace, FactKind.HomePlace, FactKind.HomeHeard, FactKind.Accent, FactKind.Language, FactKind.Ethnicity, FactKind.Dna, FactKind.Terrain, FactKind.Food, FactKind.Crop, FactKind.Animal, FactKind.DialectWord];

    private readonly DescriptionReader _descriptions;
    private readonly LabelledFacts _labelled;
    private readonly PersonFields _fields;
    private readonly FactFamily[] _own = [new NoticeSex(), new NoticePlaces(), new NoticeNames(), new NoticeExtras()];

    public NoticeReader() : this(new PlaceResolver()) { }

    public NoticeReader(IPlaceResolver places)
    {
        _descriptions = new DescriptionReader(places);
        _labelled = new LabelledFacts(_descriptions);
        _fields = new PersonFields(places);
    }

    [GeneratedRegex("均|都(?!是不)|两人|二人|三人|四人|几人|他们|她们|[兄姐]弟俩|[兄姐]妹俩|兄弟俩|母[子女]俩?|父[子女]俩?|一行|一起|一同", RegexOptions.CultureInvariant)]
    private static partial Regex Together();

    [GeneratedRegex("^半?的?(?:孙子|孙女|外孙|儿子|女儿|母亲|父亲|弟弟|妹妹|哥哥|姐姐|丈夫|妻子|老伴)", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    /// <summary>What is quoted as an answer about home or name is no word of a dialect.</summary>
    [GeneratedRegex("(?:家在|家住|哪里|哪儿|住在|老家|名字|叫什么|自称|名叫)[^。\\n]{0,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    public IReadOnlyList<NoticePerson> Read(string text)
    {
        var plain = NoticeText.Of(text);
        var rows = TableRows.In(plain);
        var values = rows.Count > 0 ? rows.SelectMany(r => r).ToList() : LabelledValue.In(plain);
        var (cuts, kin) = rows.Count > 0 ? ([.. rows.Select(r => r[0].Label)], false) : PersonCutter.Cuts(plain, values);
        var facts = Facts(plain, values);
        if (cuts.Count < 2) return [_fields.Of(text, plain, facts, ..)];
        var persons = new List<NoticePerson>(cuts.Count);
        var together = SaidTogether(plain, cuts[0]).ToList();
        for (var i = 0; i < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : plain.Length);
            var mine = new List<NoticeFact>();
            foreach (var f in facts)
            {
                var at = f.Fact.Start;
                if (together.Exists(s => at >= s.Start && at < s.End)) mine.Add(f with { Directness = Directness.Shared });
                else if (at >= from && at < to) mine.Add(f);
                else if ((at < cuts[0] || (kin && at >= cuts[^1])) && OfAll.Contains(f.Kind)) mine.Add(f with { Directness = Directness.Shared });
            }
            mine.RemoveAll(f => f is { Directness: Directness.Shared, Kind: FactKind.Sex or FactKind.Name });
            KinOpening.Add(plain, from, to, _descriptions, mine);
            persons.Add(_fields.Of(text, plain, mine, from..to));
        }
        return persons;
    }

    private List<NoticeFact> Facts(string plain, List<LabelledValue> values)
    {
        var labelled = new List<ReadFact>();
        _labelled.Find(plain, values, labelled);
        var told = _descriptions.Find(plain);
        foreach (var family in _own) family.Find(plain, told);
        var facts = labelled.Select(f => new NoticeFact(f, Directness.Labelled)).ToList();
        foreach (var f in told)
            if (!Covered(f, labelled, values) && !(f.Kind == FactKind.Age && OfRelative(plain, f)) && !(f.Kind == FactKind.DialectWord && Asked().IsMatch(plain.AsSpan(Math.Max(0, f.Start - 16)..f.Start)))) facts.Add(new NoticeFact(f, Directness.Own));
        facts.Sort((a, b) => a.Fact.Start.CompareTo(b.Fact.Start));
        return facts;
    }

    /// <summary>"2岁半的孙女" is the granddaughter's age; "其79岁的母亲" is that of the person who is looked for.</summary>
    private static bool OfRelative(string plain, ReadFact age)
    {
        var end = age.Start + age.Length;
        return Relative().IsMatch(plain.AsSpan(end..Math.Min(plain.Length, end + 6))) && !(age.Start > 0 && "其我他她的寻找".Contains(plain[age.Start - 1], StringComparison.Ordinal));
    }

    /// <summary>True for what a label has already said, or for words inside a name or a place that mean nothing more.</summary>
    private static bool Covered(ReadFact f, List<ReadFact> labelled, List<LabelledValue> values)
    {
        foreach (var l in labelled)
            if (l.Start < f.Start + f.Length && f.Start < l.Start + l.Length && (l.Kind == f.Kind || Closed(l.Kind))) return true;
        foreach (var v in values)
            if (f.Start >= v.Label && f.Start + f.Length <= v.End && v.Kind is { } kind && Closed(kind) && f.Kind is FactKind.Name or FactKind.HomePlace or FactKind.MissingPlace or FactKind.FoundPlace) return true;
        return false;
    }

    private static bool Closed(FactKind kind) => kind is FactKind.Name or FactKind.OtherName or FactKind.NameHeard or FactKind.HomePlace or FactKind.HomeHeard or FactKind.MissingPlace or FactKind.FoundPlace or FactKind.Belonging;

    /// <summary>What is said of all at once: from the clause with the word for it to the end of its sentence.</summary>
    private static IEnumerable<(int Start, int End)> SaidTogether(string text, int from)
    {
        foreach (var (start, end) in Sentences(text, from))
            if (Together().Match(text, start, end - start) is { Success: true } m) yield return (Math.Max(start, text.LastIndexOf(',', m.Index, m.Index - start + 1) + 1), end);
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text, int from)
    {
        for (var start = from; start < text.Length;)
        {
            var stop = text.AsSpan(start).IndexOfAny("。\n;!");
            var end = stop < 0 ? text.Length : start + stop + 1;
            yield return (start, end);
            start = end;
        }
    }
}

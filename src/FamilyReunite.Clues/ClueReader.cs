using System.Buffers;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Clues.Homes;
using FamilyReunite.Clues.Homes.Reading;
using FamilyReunite.Clues.Names;
using FamilyReunite.Clues.Places;
using FamilyReunite.Clues.Reading;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Clues.Writing;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Clues;

/// <summary>Reads a record into clues. Thread-safe.</summary>
public sealed class ClueReader : IClueReader
{
    private const int ShortestFragment = 4;
    private static readonly SearchValues<char> SeveralMarks = SearchValues.Create("，、；,; ");

    /// <summary>Groups whose names are seldom a Han surname and a given name.</summary>
    private static readonly HashSet<string> OwnNames = ["彝", "藏", "维吾尔", "哈萨克", "蒙古", "柯尔克孜", "傣", "景颇", "塔吉克", "乌孜别克", "俄罗斯", "门巴", "珞巴", "独龙", "佤", "塔塔尔"];

    private readonly DescriptionReader _descriptions;
    private readonly PlaceClues _places;

    private readonly IHomeFinder? _homes;

    public ClueReader() : this(new PlaceResolver()) { }

    /// <param name="homes">Null leaves <see cref="ClueSet.HomeBelief"/> empty; it takes some ten milliseconds a stranded person.</param>
    public ClueReader(IPlaceResolver places, IHomeFinder? homes = null) => (_descriptions, _places, _homes) = (new DescriptionReader(places), new PlaceClues(places), homes);

    public ClueSet Read(CaseRecord record)
    {
        var all = Statement.Of(record, _descriptions);
        var kind = record.Kind;
        var lastSeen = LifeDates.LastSeen(all, kind);
        var ethnicities = Words(all, s => s.Kind == FactKind.Ethnicity ? s.Understood : null);
        var clues = new ClueSet
        {
            RecordId = record.Id,
            Kind = kind,
            Sex = SexOf(all),
            Names = Names(all, ethnicities.Exists(OwnNames.Contains)),
            Births = LifeDates.Births(all, kind, lastSeen),
            Heights = Heights(all, kind, lastSeen),
            WeightsKg = [.. Ranges(all, FactKind.Weight).Select(x => x.Range).Distinct()],
            Marks = Marks(all),
            Homes = _places.Of(all, FactKind.HomePlace, FactKind.HomeHeard),
            HomeBelief = kind == RecordKind.Stranded && _homes is not null ? HomeShares.Of(_homes.Find(RecordCase.Of(record))) : null,
            LastPlaces = _places.Of(all, kind == RecordKind.Missing ? FactKind.MissingPlace : FactKind.FoundPlace),
            LastSeen = lastSeen,
            Family = Family(all),
            Clothing = Words(all, s => s.Kind is FactKind.Upper or FactKind.Lower or FactKind.Shoes or FactKind.Hat ? NormalWords.Garment(s.Understood ?? s.AsHeard) : null),
            Belongings = Words(all, s => s.Kind is FactKind.Belonging or FactKind.Vehicle ? Belongings.Bare(s.AsHeard) : null),
            Ethnicities = ethnicities,
            Languages = Words(all, s => s.Kind is FactKind.Accent or FactKind.Language ? NormalWords.Tongue(s.AsHeard) : null),
            Disabilities = DisabilitiesOf(all),
            Foods = Words(all, s => s.Kind == FactKind.Food ? PlainText.Of(s.AsHeard).Trim() : null),
            IdFragments = Words(all, s => s.Kind == FactKind.IdFragment && (s.Understood ?? (s.AsHeard.All(char.IsAscii) ? s.AsHeard.Trim() : null)) is { Length: >= ShortestFragment } id ? id : null),
            Fingerprint = "",
        };
        return clues with { Fingerprint = Fingerprint.Of(clues) };
    }

    /// <summary>The sex that was noted; unknown when two statements differ.</summary>
    private static Sex SexOf(List<Statement> all)
    {
        var said = all.Where(s => s.Kind == FactKind.Sex).Select(s => s.Understood switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown }).Where(s => s != Sex.Unknown).Distinct().ToList();
        return said.Count == 1 ? said[0] : Sex.Unknown;
    }

    private static List<NameClue> Names(List<Statement> all, bool minority)
    {
        var names = new List<NameClue>();
        foreach (var s in all)
        {
            if (s.Kind is not (FactKind.Name or FactKind.OtherName or FactKind.NameHeard)) continue;
            if (NameReader.Read(s.AsHeard, s.Kind == FactKind.NameHeard, minority) is { } name && !names.Exists(n => n.Text == name.Text && n.HeardOnly == name.HeardOnly)) names.Add(name);
        }
        return names;
    }

    private static List<HeightClue> Heights(List<Statement> all, RecordKind kind, DaySpan? lastSeen)
    {
        var heights = new List<HeightClue>();
        foreach (var (range, s) in Ranges(all, FactKind.Height))
        {
            if (range.Low < 20 || range.High > 260) continue;
            var at = lastSeen?.Last ?? (kind == RecordKind.Missing ? null : s.Recorded);
            var measured = s.Source is FactSource.Document or FactSource.Police || s.Confidence == Confidence.Certain;
            var height = new HeightClue(range, at, !measured || range.High - range.Low > 1);
            if (!heights.Contains(height)) heights.Add(height);
        }
        return heights;
    }

    private static IEnumerable<(NumberRange Range, Statement Statement)> Ranges(List<Statement> all, FactKind kind)
    {
        foreach (var s in all)
            if (s.Kind == kind && NumberRange.TryParse(s.Understood, out var range)) yield return (range, s);
    }

    private List<MarkClue> Marks(List<Statement> all)
    {
        var marks = new List<MarkClue>();
        foreach (var s in all)
        {
            if (s.Kind != FactKind.Mark) continue;
            // several marks may stand in one field
            if (!s.IsPointedOut && s.AsHeard.AsSpan().IndexOfAny(SeveralMarks) >= 0)
                foreach (var read in _descriptions.Find(s.AsHeard)) Add(read.Kind == FactKind.Mark ? read.Understood : null, read.AsHeard);
            else Add(s.Understood, s.AsHeard);
        }
        return marks;

        void Add(string? understood, string asHeard)
        {
            if (BodyMark.TryParse(understood, out var mark) && !marks.Exists(m => m.Mark == mark && m.AsHeard == asHeard)) marks.Add(new MarkClue(mark, asHeard));
        }
    }

    private static List<FamilyClue> Family(List<Statement> all)
    {
        var family = new List<FamilyClue>();
        foreach (var s in all)
        {
            if (s.Kind != FactKind.Family || !FamilyMember.TryParse(s.Understood, out var member) || family.Exists(f => f.Member == member)) continue;
            family.Add(new FamilyClue(member, member.Name is { } name ? CharacterReadings.OfText(PlainText.Of(name)) : []));
        }
        return family;
    }

    private static List<Disability> DisabilitiesOf(List<Statement> all)
    {
        var found = new SortedSet<Disability>();
        foreach (var s in all)
            if (s.Kind is FactKind.Health or FactKind.Mind or FactKind.LanguageAbility) Disabilities.Read(PlainText.Of(s.AsHeard), found);
        return [.. found];
    }

    private static List<string> Words(List<Statement> all, Func<Statement, string?> read)
    {
        var words = new List<string>();
        foreach (var s in all)
            if (read(s) is { Length: > 0 } word && !words.Contains(word)) words.Add(word);
        return words;
    }
}

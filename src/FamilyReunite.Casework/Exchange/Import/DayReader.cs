using System.Text.RegularExpressions;
using FamilyReunite.Clues.Descriptions;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Exchange.Import;

/// <summary>The days of a row.</summary>
/// <param name="Said">Of which the row speaks.</param>
/// <param name="Opened">When the record began.</param>
internal readonly record struct RowDays(DateTimeOffset? Said, DateTimeOffset? Opened);

/// <summary>Birth, found, missing and reported dates; none may lie ahead.</summary>
internal sealed partial class DayReader(bool byFamily, DateOnly today, IDescriptionReader? words)
{
    private const int OldestYears = 130;

    public RowDays Add(List<FactDraft> facts, SourceRow row, RowNotes notes)
    {
        var birth = Add(facts, row, notes, "birth", FactKind.BirthDate, "import.birth-in-future");
        var found = Add(facts, row, notes, "found", FactKind.FoundAt, "import.date-in-future");
        var missing = Add(facts, row, notes, "missing", FactKind.MissingAt, "import.date-in-future");
        var reported = Read(row, notes, "reported", FactKind.FoundAt, "import.date-in-future", out _);
        if (birth?.SolarSpan() is { } born)
        {
            if (born.Last.Year < today.Year - OldestYears) notes.Reject(row.Fields["birth"].Column, "import.birth-too-long-ago", OldestYears);
            if ((byFamily ? missing : found)?.SolarSpan() is { } then && then.Last < born.First) notes.Reject(row.Fields["birth"].Column, "import.birth-after-event");
        }
        var day = (byFamily ? missing : found) ?? FromText(row);
        // a station's clocks run from the day the person was found, wherever in the row it stands
        return new RowDays(Noon(day), byFamily ? Noon(reported) : Noon(day));
    }

    private PartialDate? Add(List<FactDraft> facts, SourceRow row, RowNotes notes, string field, FactKind kind, string ahead)
    {
        if (Read(row, notes, field, kind, ahead, out var said) is not { } date)
        {
            if (said.Length > 0) facts.Add(new FactDraft(kind, said, null, ImportFields.SourceOf(kind, byFamily)));
            return null;
        }
        facts.Add(new FactDraft(kind, said, date.ToString(), ImportFields.SourceOf(kind, byFamily), date.Approximate ? Confidence.Unsure : Confidence.Unstated));
        return date;
    }

    /// <param name="said">The words to keep, also when they could not be read; empty when there are none.</param>
    private PartialDate? Read(SourceRow row, RowNotes notes, string field, FactKind kind, string ahead, out string said)
    {
        said = row.Text(field) is { } text && PlainWords.SaysSomething(text) ? text : "";
        if (said.Length == 0) return null;
        var column = row.Fields[field].Column;
        if (Understand(said, kind) is not { } date)
        {
            notes.Warn(column, "import.date-unreadable", said);
            said = PlainWords.Check(said, kind, column, notes) ?? "";
            return null;
        }
        if (row.Text(field + "_calendar") is "lunar" or "农历" or "阴历") (date, said) = (date with { Calendar = DateCalendar.Lunar }, "农历" + said);
        if (row.Flag(field + "_approx")) (date, said) = (date with { Approximate = true }, "约" + said);
        if (date.SolarSpan() is not { } span || span.First <= today) return date;
        notes.Reject(column, ahead, said);
        return null;
    }

    private PartialDate? Understand(string said, FactKind kind)
    {
        if (PartialDate.TryParse(said, out var date)) return date;
        var m = Written().Match(said);
        if (m.Success && PartialDate.TryParse(string.Join('-', Parts(m)), out date)) return date;
        return PartialDate.TryParse(words?.Understand(kind, said), out date) ? date : null;
    }

    /// <summary>A notice says its day in its text.</summary>
    private PartialDate? FromText(SourceRow row)
    {
        if (words is null || row.Text("text") is not { } text) return null;
        var wanted = byFamily ? FactKind.MissingAt : FactKind.FoundAt;
        foreach (var f in words.Read(text))
            if (f.Kind == wanted && PartialDate.TryParse(f.Understood, out var date) && date.SolarSpan() is { } span && span.First <= today) return date;
        return null;
    }

    private static DateTimeOffset? Noon(PartialDate? date) => date?.SolarSpan() is { } span ? new DateTimeOffset(span.First.AddDays((span.Last.DayNumber - span.First.DayNumber) / 2), new TimeOnly(12, 0), TimeSpan.Zero) : null;

    private static IEnumerable<string> Parts(Match m)
    {
        yield return m.Groups["y"].Value;
        foreach (var part in new[] { "m", "d" })
            if (m.Groups[part].Success) yield return m.Groups[part].Value.PadLeft(2, '0');
    }

    /// <summary>2012/9/23, 2012.9.23, 2012年9月23日, 20120923, with or without a time behind.</summary>
    [GeneratedRegex(@"^(?<y>\d{4})(?:年|[-/.年](?<m>\d{1,2})(?:月|[-/.月](?<d>\d{1,2})日?)?)?(?:[T ]\d{1,2}:\d{2}\S*)?$|^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}

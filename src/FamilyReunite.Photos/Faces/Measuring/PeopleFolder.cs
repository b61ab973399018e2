using System.Globalization;
using FamilyReunite.Domain;

namespace FamilyReunite.Photos.Faces.Measuring;

/// <summary>A folder with one folder a person: every two photos make a pair. <c>photos.tsv</c> beside them may say of a photo (person/file TAB age TAB year TAB M or F); then strangers are paired with those of their sex and about their age alone.</summary>
public static class PeopleFolder
{
    public const string Notes = "photos.tsv";

    /// <summary>Of more strangers, every second, third … is taken.</summary>
    public const int MostStrangers = 1_000_000;

    private const int LeastPeople = 2;
    private const double AboutTheAge = 10;
    private static readonly HashSet<string> Endings = new([".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".pgm"], StringComparer.OrdinalIgnoreCase);

    /// <returns>face.people-few, face.people-note (line).</returns>
    public static Outcome<IReadOnlyList<LabelledPair>> Read(string folder)
    {
        if (!Directory.Exists(folder)) return new Problem("face.people-few");
        var notes = ReadNotes(Path.Combine(folder, Notes));
        if (notes.Value is not { } said) return notes.Problems.ToArray();
        var photos = Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(person => Directory.GetFiles(person).Where(f => Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).Select(f => (Person: Path.GetFileName(person), Path: Path.GetFileName(person) + "/" + Path.GetFileName(f))))
            .Select(p => (p.Person, p.Path, Note: said.GetValueOrDefault(p.Path))).ToList();
        if (photos.DistinctBy(p => p.Person).Count() < LeastPeople) return new Problem("face.people-few");
        var every = 1 + (long)photos.Count * photos.Count / 2 / MostStrangers;
        var (pairs, strangers) = (new List<LabelledPair>(), 0L);
        for (var i = 0; i < photos.Count; i++)
            for (var j = i + 1; j < photos.Count; j++)
            {
                var (a, b) = (photos[i], photos[j]);
                var same = a.Person == b.Person;
                if (!same && (MayNotBePaired(a.Note, b.Note) || strangers++ % every != 0)) continue;
                pairs.Add(new LabelledPair(a.Path, b.Path, same, LabelledPair.AgesOf(a.Note?.Age, b.Note?.Age), Between(a.Note, b.Note, same)));
            }
        return pairs;
    }

    private static int? Between(Note? a, Note? b, bool same) =>
        a?.Year is { } one && b?.Year is { } other ? Math.Abs(one - other) : same && a?.Age is { } young && b?.Age is { } old ? (int)Math.Ceiling(Math.Abs(young - old)) : null;

    private static bool MayNotBePaired(Note? a, Note? b) => (a?.Sex is { } one && b?.Sex is { } other && one != other) || (a?.Age is { } young && b?.Age is { } old && Math.Abs(young - old) > AboutTheAge);

    private static Outcome<IReadOnlyDictionary<string, Note>> ReadNotes(string path)
    {
        var notes = new Dictionary<string, Note>(StringComparer.Ordinal);
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        for (var n = 0; n < lines.Length; n++)
        {
            var fields = Array.ConvertAll(lines[n].TrimStart('\uFEFF').Split('\t'), f => f.Trim());
            if (fields is [""]) continue;
            var (age, year, sex) = (fields.ElementAtOrDefault(1) ?? "", fields.ElementAtOrDefault(2) ?? "", fields.ElementAtOrDefault(3) ?? "");
            if (!Fits(age, 130, out var years) || !Fits(year, 2200, out var taken) || sex is not ("" or "M" or "F")) return new Problem("face.people-note", null, n + 1);
            notes[fields[0].Replace('\\', '/')] = new Note(years, (int?)taken, sex.Length == 0 ? null : sex[0]);
        }
        return notes;
    }

    private static bool Fits(string text, double most, out double? value)
    {
        value = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && read >= 0 && read <= most ? read : null;
        return text.Length == 0 || value is not null;
    }

    private sealed record Note(double? Age, int? Year, char? Sex);
}

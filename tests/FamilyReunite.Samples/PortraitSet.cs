using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;

namespace FamilyReunite.Samples;

/// <summary>Which records get a drawn portrait. Both records of a pair show the same face, drawn a little differently.</summary>
internal static class PortraitSet
{
    private const int Pairs = 24;
    private const int Singles = 16;

    /// <returns>Record id to the file's path below the folder.</returns>
    public static Dictionary<Guid, string> Draw(SampleBook book, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "photos"));
        var photos = new Dictionary<Guid, string>();
        var face = 0;
        foreach (var pair in book.Population.TruePairs.Where(t => t.Stratum != "nothing").Take(Pairs))
        {
            var (person, report) = (book.Persons[pair.PersonId], book.Reports[pair.ReportId]);
            Save(book, report, person, face, 1, folder, photos);
            Save(book, person, person, face++, 0, folder, photos);
        }
        foreach (var report in book.Population.Missing.Where(r => !photos.ContainsKey(r.Id) && r.Current(FactKind.Sex).Any()).Take(Singles)) Save(book, report, report, face++, 0, folder, photos);
        return photos;
    }

    private static void Save(SampleBook book, CaseRecord record, CaseRecord looks, int face, int drawing, string folder, Dictionary<Guid, string> photos)
    {
        var file = $"photos/{book.SourceOf(record.Id).ToLowerInvariant()}.png";
        var text = SampleBook.First(looks, FactKind.FreeText) ?? "";
        var female = SampleBook.First(looks, FactKind.Sex) == "女" || text.Contains('女', StringComparison.Ordinal);
        var age = SampleBook.First(looks, FactKind.Age) ?? "";
        var old = age.Length > 0 && age.TrimStart('约')[0] is >= '6' and <= '9' && age.Any(c => c == '岁');
        File.WriteAllBytes(Path.Combine(folder, file), Portrait.Draw(face, drawing, female, old));
        photos[record.Id] = file;
    }
}

namespace FamilyReunite.Search.Lucene;

/// <param name="Folder">Holds nothing but the index; may be deleted whenever the program is not running.</param>
/// <param name="WriterMegabytes">Memory of the running writer before it writes a segment.</param>
/// <param name="RebuildMegabytes">The same for a rebuild.</param>
public sealed record LuceneIndexOptions(string Folder, double WriterMegabytes = 32, double RebuildMegabytes = 128);

using FamilyReunite.Domain.Records;
using FamilyReunite.Search.Scoring;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>How a record lies in the engine: an id term, token terms, and columns for what filters and ties need. One instance a writer; not thread-safe.</summary>
internal sealed class RecordFields : IDisposable
{
    public const string Id = "id", Kind = "kind", Tokens = "tokens", Version = "version", Dead = "dead", Sex = "sex", BornFrom = "born-from", BornTo = "born-to", Organisation = "organisation";

    private static readonly FieldType TermOnly = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    private readonly TokenTermStream _tokens = new();

    public static BytesRef IdBytes(Guid id) => new(id.ToByteArray(bigEndian: true));

    public static Term IdTerm(Guid id) => new(Id, id.ToString("N"));

    public static string KindTerm(RecordKind kind) => ((int)kind).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public Document Of(IndexDocument d)
    {
        var doc = Base(d.RecordId, d.Kind, d.Version, dead: false);
        doc.Add(new StringField(Kind, KindTerm(d.Kind), Field.Store.NO));
        doc.Add(new NumericDocValuesField(Sex, (long)d.Sex));
        doc.Add(new DoubleDocValuesField(BornFrom, d.BirthYears?.Low ?? double.NegativeInfinity));
        doc.Add(new DoubleDocValuesField(BornTo, d.BirthYears?.High ?? double.PositiveInfinity));
        doc.Add(new SortedDocValuesField(Organisation, IdBytes(d.OrganisationId)));
        _tokens.Take(d.Kind, TokenScore.Distinct(d.Tokens));
        doc.Add(new Field(Tokens, _tokens, TermOnly));
        return doc;
    }

    /// <summary>What stays of a deleted record: its id and the version that a later write must exceed.</summary>
    public static Document Tombstone(Guid id, RecordKind kind, long version) => Base(id, kind, version, dead: true);

    public void Dispose() => _tokens.Dispose();

    private static Document Base(Guid id, RecordKind kind, long version, bool dead) =>
    [
        new StringField(Id, id.ToString("N"), Field.Store.NO),
        new BinaryDocValuesField(Id, IdBytes(id)),
        new NumericDocValuesField(Version, version),
        new NumericDocValuesField(Dead, dead ? 1 : 0),
        new NumericDocValuesField(Kind, (long)kind),
    ];

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}

using FamilyReunite.Domain.Records;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace FamilyReunite.Search.Lucene;

/// <summary>Feeds the ready-made tokens of one document to the writer; reused from document to document.</summary>
internal sealed class TokenTermStream : TokenStream
{
    private readonly TermBytes _term = new();
    private readonly IPositionIncrementAttribute _step;
    private IReadOnlyList<ClueToken> _tokens = [];
    private RecordKind _kind;
    private int _next;

    public TokenTermStream()
    {
        AddAttributeImpl(_term);
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Take(RecordKind kind, IReadOnlyList<ClueToken> tokens) => (_kind, _tokens, _next) = (kind, tokens, 0);

    public override bool IncrementToken()
    {
        if (_next >= _tokens.Count) return false;
        _step.PositionIncrement = 1;
        TokenTerm.Write(_term.BytesRef, _kind, _tokens[_next++]);
        return true;
    }

    public override void Reset() => _next = 0;

    /// <summary>A term that is bytes from the start.</summary>
    private sealed class TermBytes : global::Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new(64);

        public void FillBytesRef() { }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => ((TermBytes)target).BytesRef.CopyBytes(BytesRef);
    }
}

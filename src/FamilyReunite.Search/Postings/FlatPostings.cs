namespace FamilyReunite.Search.Postings;

/// <summary>The records of one kind and where the asked tokens stand in them: one array, token by token, each entry four bytes (record number × 256 + number of the weight).
/// Unchanging; any number of threads may search, each with a <see cref="FlatSearch"/> of its own.</summary>
public sealed class FlatPostings
{
    internal const int WeightBits = 8;

    /// <summary>Records and distinct weights that four bytes can number.</summary>
    internal const int MostRecords = 1 << (32 - WeightBits), MostWeights = 1 << WeightBits;

    internal FlatPostings(RecordColumns records, long[] starts, uint[] entries, float[] weights) => (Records, Starts, Entries, Weights) = (records, starts, entries, weights);

    /// <summary>Record id by number.</summary>
    public IReadOnlyList<Guid> Ids => Records.Ids;

    /// <summary>Entries held.</summary>
    public long Length => Entries.LongLength;

    internal RecordColumns Records { get; }

    /// <summary>Entries of token t lie from Starts[t] to Starts[t + 1], by rising record number.</summary>
    internal long[] Starts { get; }

    internal uint[] Entries { get; }

    internal float[] Weights { get; }
}

/// <summary>What filters and ties need of each record. Unknown birth years are from −∞ to +∞.</summary>
internal sealed record RecordColumns(Guid[] Ids, byte[] Sexes, double[] BornFrom, double[] BornTo);

using FamilyReunite.Domain;
using FamilyReunite.Search;

namespace FamilyReunite.Casework.Indexing;

/// <summary>Where the candidate index comes from. It is opened at first use and stays open for the life of the program.</summary>
public interface IIndexSource
{
    /// <summary>True when no other process can hold the index at the same time: who has it is then alone in feeding and matching.</summary>
    bool IsExclusive { get; }

    /// <summary>The open index, or <c>index.locked</c> while another process holds it; asking again later may succeed.</summary>
    Outcome<ICandidateIndex> Open();
}

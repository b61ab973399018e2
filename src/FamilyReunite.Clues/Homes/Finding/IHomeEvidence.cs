using FamilyReunite.Clues.Homes.Reading;

namespace FamilyReunite.Clues.Homes.Finding;

/// <summary>Reads one kind of statement into clues.</summary>
internal interface IHomeEvidence
{
    IEnumerable<HomeClue> Read(HomeStatements said);
}

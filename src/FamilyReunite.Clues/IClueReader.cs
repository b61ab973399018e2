using FamilyReunite.Domain.Records;

namespace FamilyReunite.Clues;

/// <summary>Reads a record's facts into clues. Pure: the same facts always give the same clues.</summary>
public interface IClueReader
{
    ClueSet Read(CaseRecord record);
}

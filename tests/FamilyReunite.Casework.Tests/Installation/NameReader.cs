using System.Security.Cryptography;
using System.Text;
using FamilyReunite.Clues;
using FamilyReunite.Clues.Sounds;
using FamilyReunite.Domain.Facts;
using FamilyReunite.Domain.Records;
using FamilyReunite.Domain.Values;

namespace FamilyReunite.Casework.Tests.Installation;

/// <summary>A clue reader that knows a few kinds of fact in canonical form; counts how often it is asked.</summary>
public sealed class NameReader : IClueReader
{
    private int _reads;

    public int Reads => _reads;

    public ClueSet Read(CaseRecord record)
    {
        Interlocked.Increment(ref _reads);
        var said = record.Facts.Where(f => f.IsCurrent).Select(f => $"{f.Kind}={f.AsHeard}={f.Understood}").Order(StringComparer.Ordinal);
        return new ClueSet
        {
            RecordId = record.Id,
            Kind = record.Kind,
            Sex = record.Current(FactKind.Sex).Any(f => f.Understood == "F") ? Sex.Female : record.Current(FactKind.Sex).Any() ? Sex.Male : Sex.Unknown,
            Names = [.. record.Current(FactKind.Name).Select(f => new NameClue(f.AsHeard, NameScript.Han, false, f.AsHeard[..1], [f.AsHeard[1..]], CharacterReadings.OfText(f.AsHeard)))],
            Marks = [.. record.Current(FactKind.Mark).Where(f => BodyMark.TryParse(f.Understood, out _)).Select(f => new MarkClue(BodyMark.TryParse(f.Understood, out var m) ? m : null!, f.AsHeard))],
            LastPlaces = [.. record.Current(FactKind.FoundPlace).Where(f => DivisionCode.TryParse(f.Understood, out _)).Select(f => new PlaceClue(DivisionCode.TryParse(f.Understood, out var c) ? c : default, 1, f.AsHeard, false))],
            Heights = [.. record.Current(FactKind.Height).Where(f => NumberRange.TryParse(f.Understood, out _)).Select(f => new HeightClue(NumberRange.TryParse(f.Understood, out var r) ? r : default, null, true))],
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said)))),
        };
    }
}

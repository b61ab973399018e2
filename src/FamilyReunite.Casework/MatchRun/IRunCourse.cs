using FamilyReunite.Data;
using FamilyReunite.Data.Ledger;

namespace FamilyReunite.Casework.MatchRun;

/// <summary>Whom a run takes next, and where it is written how far it is: alone, or as one of several servers.</summary>
internal interface IRunCourse
{
    /// <summary>Everybody who was left when this process came to the run, in id order.</summary>
    IReadOnlyList<Guid> Left { get; }

    /// <returns>Null when nothing is left, or nothing that nobody works on.</returns>
    Task<IRunWave?> NextAsync(CancellationToken ct);

    /// <summary>Called now and then while something long goes on.</summary>
    Task AliveAsync(CancellationToken ct);
}

/// <summary>Persons whose reports are chosen together and who are then saved chunk by chunk.</summary>
internal interface IRunWave
{
    IReadOnlyList<Guid> Persons { get; }

    /// <summary>Part of the unit of work that saves a chunk; may be asked again when that changed under it.</summary>
    /// <param name="persons">The chunk, behind those saved before.</param>
    Task<ChangeNote> AdvanceAsync(ReuniteDb db, IReadOnlyCollection<Guid> persons, MatchTally tally, CancellationToken ct);

    /// <summary>The chunk that was last advanced over is saved.</summary>
    void Saved();
}

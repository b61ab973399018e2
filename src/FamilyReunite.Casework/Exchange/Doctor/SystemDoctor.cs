using System.Runtime.CompilerServices;
using FamilyReunite.Casework.Indexing;
using FamilyReunite.Casework.Learning;
using FamilyReunite.Data;
using FamilyReunite.Domain;

namespace FamilyReunite.Casework.Exchange.Doctor;

/// <summary>Looks over an installation, changes nothing, and says of each thing whether it is well and, if not, what to do.</summary>
public sealed class SystemDoctor(ReuniteDb db, DataFolder data, TimeProvider clock, IndexStatusReader index, IndexChecker checker, PresentModel model)
{
    /// <summary>Changes that may wait while the server feeds the index.</summary>
    private const long MuchBehind = 1000;

    public async IAsyncEnumerable<DoctorLine> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var healthy = true;
        await foreach (var line in new DatabaseDoctor(db, data, clock).LookAsync(ct))
        {
            healthy &= line.Check is not ("database" or "sqlite" or "schema") || line.Health == Health.Ok;
            yield return line;
        }
        if (healthy) yield return await ModelAsync(ct);
        if (healthy) yield return await IndexAsync(ct);
    }

    private async Task<DoctorLine> ModelAsync(CancellationToken ct)
    {
        var now = await model.ReadAsync(ct);
        if (now.LeftAside is { } aside) return new DoctorLine("model", Health.Warn, aside);
        return now.Model.Value is { } m ? DoctorLine.Ok("model", "doctor.model-ok", m.Version) : new DoctorLine("model", Health.Bad, now.Model.Problems[0]);
    }

    private async Task<DoctorLine> IndexAsync(CancellationToken ct)
    {
        var status = await index.ReadAsync(ct);
        if (status.Value is not { } s) return Refused(status.Problems[0]);
        if (s.Behind > MuchBehind) return DoctorLine.Warn("index", "doctor.index-behind", s.Behind);
        var verdict = await checker.CheckAsync(ct);
        if (verdict.Value is not { } v) return Refused(verdict.Problems[0]);
        return v.Holds ? DoctorLine.Ok("index", "doctor.index-ok", v.Records, v.Behind) : DoctorLine.Bad("index", "doctor.index-differs", v.Missing.Count + v.Stale.Count + v.Extra.Count);
    }

    /// <summary>A server at work holds the index; that is as it should be.</summary>
    private static DoctorLine Refused(Problem problem) => problem.Code == "index.locked" ? DoctorLine.Ok("index", "doctor.index-in-use") : new DoctorLine("index", Health.Bad, problem);
}

using FamilyReunite.Casework.Database;
using FamilyReunite.Data;
using Microsoft.EntityFrameworkCore;

namespace FamilyReunite.Casework.Exchange.Doctor;

/// <summary>Looks whether a database server answers, which it is, and how large the database has grown.</summary>
internal sealed class ServerDoctor(ReuniteDb db)
{
    public async Task<DoctorLine> OpenAsync(CancellationToken ct)
    {
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            var bytes = await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct);
            return DoctorLine.Ok("database", "doctor.postgres-ok", db.Database.GetDbConnection().ServerVersion, bytes / 1024 / 1024);
        }
        catch (Exception e) when (DatabaseOpening.Refused(e) is { } problem)
        {
            return new DoctorLine("database", Health.Bad, problem);
        }
    }

    /// <summary>A server that answers a commit before it is on the disk loses the last seconds in a power cut.</summary>
    public async Task<DoctorLine> DurableAsync(CancellationToken ct)
    {
        var off = await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_settings WHERE (name = 'fsync' AND setting = 'off') OR (name = 'full_page_writes' AND setting = 'off') OR (name = 'synchronous_commit' AND setting = 'off')").SingleAsync(ct);
        return off == 0 ? DoctorLine.Ok("durable", "doctor.postgres-durable") : DoctorLine.Warn("durable", "doctor.postgres-not-durable");
    }
}

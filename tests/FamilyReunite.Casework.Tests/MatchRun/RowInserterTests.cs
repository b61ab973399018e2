using FamilyReunite.Casework.Tests.Installation;
using FamilyReunite.Data.Ledger;
using FamilyReunite.Domain.Candidates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FamilyReunite.Casework.Tests.MatchRun;

public sealed class RowInserterTests
{
    [Fact]
    public async Task Add_ACandidate_WritesWhatTrackingWrites()
    {
        await using var house = await House.OpenAsync();
        var person = await house.PersonAsync("张秀英");
        var (first, second) = (Match(house, person, await house.ReportAsync("张秀英")), Match(house, person, await house.ReportAsync("李建国")));
        await using (var db = house.Db())
        {
            db.Add(first);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            using (var rows = new RowInserter(db, typeof(CandidateMatch), transaction.GetDbTransaction())) rows.Add(second);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        var stored = await ColumnsAsync(house);
        Assert.Equal(2, stored.Count);
        Assert.Equal(Forms(stored[first.Id.ToString()]), Forms(stored[second.Id.ToString()]));
        var read = (await house.MatchesAsync()).Single(m => m.Id == second.Id);
        Assert.Equivalent(second, read, strict: true);
    }

    private static CandidateMatch Match(House house, Guid person, Guid report) =>
        new(house.NewId(), person, report, new MatchAssessment(1.5, -3, 0.25, """[{"zh":"“相同”"}]""", "1.0", "abc"), house.Clock.GetUtcNow());

    /// <summary>Kind and length of each value; the ids differ in content alone.</summary>
    private static List<string> Forms(Dictionary<string, object> row) => [.. row.Select(c => $"{c.Key}:{c.Value.GetType().Name}:{c.Value.ToString()!.Length}")];

    private static async Task<Dictionary<string, Dictionary<string, object>>> ColumnsAsync(House house)
    {
        await using var db = house.Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM CandidateMatches";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, Dictionary<string, object>>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync())
        {
            var row = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue);
            rows[(string)row["Id"]] = row;
        }
        return rows;
    }
}

using FamilyReunite.Casework.Database;
using FamilyReunite.Casework.Problems;
using FamilyReunite.Domain;
using Microsoft.Extensions.Configuration;

namespace FamilyReunite.Casework.Tests.Database;

public sealed class DatabaseSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SQLite")]
    public void Read_NothingOrSqlite_IsTheFile(string? engine) => Assert.False(Read(("Engine", engine)).Value!.IsShared);

    [Fact]
    public void Read_PasswordFile_BecomesThePasswordOfTheConnection()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "t0ps3cret\n");
        var read = Read(("Engine", "postgres"), ("Connection", "Host=db;Database=reunite;Username=r"), ("PasswordFile", file)).Value!;
        File.Delete(file);
        Assert.Contains("Password=t0ps3cret", read.Connection, StringComparison.Ordinal);
        Assert.DoesNotContain("t0ps3cret", new DatabaseRefusedException(new Problem("database.sign-in")).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql", "Host=db", null, "database.engine-unknown")]
    [InlineData("postgres", null, null, "database.connection-missing")]
    [InlineData("postgres", "Hots=db", null, "database.connection-unreadable")]
    [InlineData("postgres", "Database=reunite", null, "database.connection-unreadable")]
    [InlineData("postgres", "Host=db;Port=abc", null, "database.connection-unreadable")]
    [InlineData("postgres", "Host=db;Target Session Attributes=primary", null, "database.connection-unreadable")]
    [InlineData("postgres", "Host=db", "/no/such/file", "database.password-file")]
    [InlineData("postgres", "Host=db;SSL Mode=VerifyFull;Root Certificate=/no/such/file", null, "database.root-certificate")]
    public void Read_BadSettings_SayWhatToWrite(string engine, string? connection, string? passwordFile, string code)
    {
        var problem = Assert.Single(Read(("Engine", engine), ("Connection", connection), ("PasswordFile", passwordFile)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.NotEqual(code, ProblemSentences.Of(problem, System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
        Assert.NotEqual(code, ProblemSentences.Of(problem, System.Globalization.CultureInfo.GetCultureInfo("en")));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData("2", 2)]
    [InlineData("600", 600)]
    public void Read_Lease_IsThatOfTheServers(string? lease, int seconds) => Assert.Equal(seconds, Read(("Engine", "postgres"), ("Connection", "Host=db"), ("LeaseSeconds", lease)).Value!.Lease.TotalSeconds);

    [Theory]
    [InlineData("1")]
    [InlineData("601")]
    [InlineData("1.5")]
    [InlineData("a minute")]
    public void Read_LeaseThatIsNone_SaysWhatToWrite(string lease)
    {
        var problem = Assert.Single(Read(("Engine", "postgres"), ("Connection", "Host=db"), ("LeaseSeconds", lease)).Problems);
        Assert.Equal(("database.lease", "Database:LeaseSeconds"), (problem.Code, problem.Field));
        Assert.Contains($"“{lease}”. Write a whole number of seconds from 2 to 600", ProblemSentences.Of(problem, System.Globalization.CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
    }

    private static Outcome<DatabaseSettings> Read(params (string Key, string? Value)[] settings) =>
        DatabaseSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Database:" + s.Key, s.Value))).Build());
}

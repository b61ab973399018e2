using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FamilyReunite.Casework.Tests.Installation;

/// <summary>Between a server and its database: once cut, nothing of that server reaches the database any more, not even a farewell, as after a kill.</summary>
public sealed class PowerCut : DbCommandInterceptor
{
    private int _cut;

    public bool IsCut => Volatile.Read(ref _cut) != 0;

    public void Cut() => Interlocked.Exchange(ref _cut, 1);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

    private T Pass<T>(T result) => IsCut ? throw new NpgsqlException("The power went.") : result;
}

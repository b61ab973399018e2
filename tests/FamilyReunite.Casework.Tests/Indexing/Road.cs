using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FamilyReunite.Casework.Tests.Indexing;

/// <summary>A stretch of network in front of a server: it can be cut, and it can answer in the server's place.</summary>
internal sealed class Road : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _to;
    private CancellationTokenSource _cut = new();

    public Road(Uri to)
    {
        _to = to;
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public bool IsCut { get; private set; }

    /// <summary>Status line of what is answered instead of the server; null lets everything through.</summary>
    public string? Answer { get; private set; }

    public void Set(bool cut = false, string? answer = null)
    {
        (IsCut, Answer) = (cut, answer);
        Interlocked.Exchange(ref _cut, new CancellationTokenSource()).Cancel();
    }

    public void Dispose()
    {
        _end.Cancel();
        _cut.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested) _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task ServeAsync(TcpClient from)
    {
        using var client = from;
        var ct = _cut.Token;
        try
        {
            if (IsCut) return;
            var near = client.GetStream();
            if (Answer is { } said)
            {
                _ = await near.ReadAsync(new byte[1 << 16], ct);
                await near.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {said}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), ct);
                return;
            }
            using var server = new TcpClient();
            await server.ConnectAsync(_to.Host, _to.Port, ct);
            var far = server.GetStream();
            await Task.WhenAny(near.CopyToAsync(far, ct), far.CopyToAsync(near, ct));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // a cut road: both ends see a closed connection
        }
    }
}

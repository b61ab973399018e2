using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FamilyReunite.Casework.Tests.Database;

/// <summary>A server that lets everybody in, says its version and does nothing else.</summary>
internal sealed class FakePostgres : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public FakePostgres(string version)
    {
        _listener.Start();
        _serving = ServeAsync(version);
    }

    /// <summary>For Npgsql, told not to ask the server for its types.</summary>
    public string Connection => $"Host=127.0.0.1;Port={((IPEndPoint)_listener.LocalEndpoint).Port};Username=x;Database=x;SSL Mode=Disable;GSS Encryption Mode=Disable;Server Compatibility Mode=NoTypeLoading;Pooling=false";

    public void Dispose()
    {
        _listener.Dispose();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync(string version)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var length = new byte[4];
                await stream.ReadExactlyAsync(length);
                await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4]);
                // let in, two settings, a process, ready
                byte[] welcome = [.. Message('R', new byte[4]), .. Setting("server_version", version), .. Setting("client_encoding", "UTF8"), .. Message('K', new byte[8]), .. Message('Z', "I"u8.ToArray())];
                await stream.WriteAsync(welcome);
                // until the client leaves
                while (await stream.ReadAsync(length) > 0) { }
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException or IOException)
        {
            // the test is over
        }
    }

    private static byte[] Setting(string name, string value) => Message('S', Encoding.ASCII.GetBytes($"{name}\0{value}\0"));

    private static byte[] Message(char kind, byte[] body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        return message;
    }
}

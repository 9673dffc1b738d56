using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Pimms.Kernel;

/// <summary>clamd's INSTREAM command: the content in pieces, each behind its length in four bytes, an empty one at the end.</summary>
internal static class ClamAv
{
    private const int Piece = 64 * 1024;

    /// <returns>clamd's line: <c>stream: OK</c>, <c>stream: {name} FOUND</c>, or an error in its words.</returns>
    public static async Task<string> Ask(string host, int port, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var socket = await Connect(host, port, ct);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        for (var at = 0; at < content.Length; at += Piece)
            await Send(stream, content.Slice(at, Math.Min(Piece, content.Length - at)), ct);
        await Send(stream, default, ct);

        var answer = new byte[1024];
        var length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static async Task<Socket> Connect(string host, int port, CancellationToken ct)
    {
        var local = host.StartsWith('/');
        var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (local)
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(host), ct);
            else
                await socket.ConnectAsync(host, port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task Send(NetworkStream stream, ReadOnlyMemory<byte> piece, CancellationToken ct)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
        await stream.WriteAsync(length, ct);
        await stream.WriteAsync(piece, ct);
    }
}

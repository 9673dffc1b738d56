namespace Pimms.Kernel;

/// <summary>Unpacks no more than it is told to.</summary>
internal static class Inflating
{
    /// <summary>How much comes out, counted up to a limit.</summary>
    public static long Count(Stream packed, long most)
    {
        var buffer = new byte[64 * 1024];
        long count = 0;
        using var _ = packed;
        try
        {
            for (int read; count < most && (read = packed.Read(buffer)) > 0;)
                count += read;
        }
        catch (InvalidDataException)
        {
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        }
        return Math.Min(count, most);
    }

    /// <summary>All of it.</summary>
    /// <exception cref="UnfitDocumentException">It is more than allowed, or does not unpack.</exception>
    public static byte[] All(Stream packed, long most)
    {
        var buffer = new byte[64 * 1024];
        using var all = new MemoryStream();
        using var _ = packed;
        try
        {
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                all.Write(buffer, 0, read);
                if (all.Length > most)
                    throw new UnfitDocumentException(DocumentRefusal.Bomb);
            }
        }
        catch (InvalidDataException)
        {
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        }
        return all.ToArray();
    }
}

namespace Pimms.Kernel;

/// <summary>How large a picture may be once it is unpacked.</summary>
internal static class Picture
{
    private const int LongestSide = 20_000;
    private const long MostPixels = 120_000_000;

    public static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        if (width > LongestSide || height > LongestSide || width * height > MostPixels)
            throw new UnfitDocumentException(DocumentRefusal.Bomb);
    }
}

namespace Pimms.UnitTests;

/// <summary>Pictures that are broken on purpose, or enormous once unpacked.</summary>
internal static class HostilePictures
{
    public static IEnumerable<SampleFile> All()
    {
        yield return Png("60 000 by 60 000 in a few bytes", PictureWriter.Png(PictureWriter.Header(60_000, 60_000, 8, 2), new byte[100]));
        yield return Png("2 000 million high", PictureWriter.Png(PictureWriter.Header(1, int.MaxValue, 8, 0), new byte[100]));
        yield return Png("sixteen bits of everything", PictureWriter.Png(PictureWriter.Header(10_900, 10_900, 16, 6), new byte[100]));
        yield return Png("unpacks to more than its size", PictureWriter.Png(PictureWriter.Header(8, 8, 8, 0), new byte[5_000_000]));
        yield return Png("unpacks to less than its size", PictureWriter.Png(PictureWriter.Header(80, 80, 8, 0), new byte[10]));
        yield return Png("of no width", PictureWriter.Png(PictureWriter.Header(0, 8, 8, 0), new byte[8]));
        yield return Png("of an unknown colour", PictureWriter.Png(PictureWriter.Header(8, 8, 8, 5), new byte[72]));
        yield return Png("of an unknown depth", PictureWriter.Png(PictureWriter.Header(8, 8, 7, 0), new byte[72]));
        yield return Png("with two heads", PictureWriter.Png(8, 8, more: PictureWriter.Header(8, 8, 8, 2)));
        yield return Png("with an unknown chunk that must be understood", PictureWriter.Png(8, 8, more: PictureWriter.Chunk("EVIL", 1, 2, 3)));
        yield return Png("with a wrong sum", Harmed(PictureWriter.Png(8, 8), 30));
        yield return Png("with a chunk longer than the file", Harmed(PictureWriter.Png(8, 8), 33));
        yield return Png("without a picture", PictureWriter.Png(PictureWriter.Header(8, 8, 8, 0), [])[..41]);
        yield return Png("whose picture is not packed", [.. PictureWriter.Png(8, 8)[..33], .. PictureWriter.Chunk("IDAT", Bytes.Latin("<script>alert(1)</script>")), .. PictureWriter.Chunk("IEND")]);

        yield return Jpeg("65 000 by 65 000", PictureWriter.Jpeg(16, 16, head: PictureWriter.Jfif).Patched([0xFF, 0xC0], 5, 0xFD, 0xE8, 0xFD, 0xE8));
        yield return Jpeg("of no height", PictureWriter.Jpeg(16, 16).Patched([0xFF, 0xC0], 5, 0, 0));
        yield return Jpeg("of seven colours", PictureWriter.Jpeg(16, 16).Patched([0xFF, 0xC0], 9, 7));
        yield return Jpeg("with two frames", PictureWriter.Jpeg(16, 16, head: [.. PictureWriter.Jfif, .. PictureWriter.Segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0])]));
        yield return Jpeg("of a frame nobody shows", PictureWriter.Jpeg(16, 16).Patched([0xFF, 0xC0], 1, 0xC5));
        yield return Jpeg("with a segment longer than the file", PictureWriter.Jpeg(16, 16).Patched([0xFF, 0xDB], 2, 0xFF, 0xFF));
        yield return Jpeg("with a segment of no length", PictureWriter.Jpeg(16, 16).Patched([0xFF, 0xDB], 2, 0, 1));
        yield return Jpeg("that stops in the middle of its picture", PictureWriter.Jpeg(400, 400)[..^900]);
        yield return Jpeg("that stops between two of its restarts", PictureWriter.Jpeg(160, 160, restarts: 4)[..^100]);
        yield return Jpeg("with bytes between its segments", PictureWriter.Jpeg(16, 16, head: [.. PictureWriter.Jfif, 1, 2, 3]));
        yield return Jpeg("of two hundred scans", ManyScans());
        yield return Jpeg("with an archive behind its film", PictureWriter.Jpeg(16, 16, after: [0, 0, 0, 24, .. Bytes.Latin("ftypmp42"), .. ContainerWriter.Zip(("a.txt", Bytes.Latin("x")))]));
    }

    private static byte[] ManyScans()
    {
        var jpeg = PictureWriter.Jpeg(8, 8);
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        return [.. jpeg[..scan], .. Enumerable.Range(0, 200).SelectMany(_ => jpeg[scan..^2]), 0xFF, 0xD9];
    }

    private static SampleFile Png(string label, byte[] content) => new($"png {label}", "image.png", content);

    private static SampleFile Jpeg(string label, byte[] content) => new($"jpeg {label}", "photo.jpg", content);

    private static byte[] Harmed(byte[] content, int at)
    {
        content[at] ^= 0xFF;
        return content;
    }

    private static byte[] Patched(this byte[] content, byte[] mark, int behind, params byte[] with)
    {
        with.CopyTo(content, content.AsSpan().IndexOf(mark) + behind);
        return content;
    }
}

using FsCheck.Xunit;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void Has_more_than_fifty_bits_from_signs_that_nobody_confuses()
    {
        Assert.True(ReceiptCode.Length * Math.Log2(ReceiptCode.Alphabet.Length) >= 50);
        Assert.Equal(ReceiptCode.Alphabet.Length, ReceiptCode.Alphabet.Distinct().Count());
        Assert.DoesNotContain(ReceiptCode.Alphabet, sign => "01OILU".Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public void Is_another_one_every_time_and_uses_every_sign()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => ReceiptCode.New()).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(ReceiptCode.Alphabet.Order(), codes.SelectMany(code => code).Distinct().Order());
        Assert.All(codes, code => Assert.Equal(ReceiptCode.Length, code.Length));
    }

    [Theory]
    [InlineData("7KQM-29XF-PDRT")]
    [InlineData("7kqm 29xf pdrt")]
    [InlineData(" 7KQM29XFPDRT. ")]
    [InlineData("7kqm–29xf–pdrt")]
    public void Is_the_same_however_it_is_typed(string typed) => Assert.Equal(ReceiptCode.Hash("7KQM29XFPDRT"), ReceiptCode.Hash(typed));

    [Property(MaxTest = 500)]
    public bool Anything_at_all_may_be_typed(string? typed) => ReceiptCode.Hash(typed).Length == 32;

    [Fact]
    public void Is_printed_in_groups_of_four() => Assert.Equal("7KQM-29XF-PDRT", ReceiptCode.Grouped("7KQM29XFPDRT"));

    [Fact]
    public void A_qr_code_is_a_square_with_its_quiet_zone_and_its_three_eyes()
    {
        var qr = QrCode.Of("https://pimms.example/suivi?code=7KQM-29XF-PDRT&language=ar");
        Assert.InRange(qr.Size, 29, 80);
        // The eyes' upper edges: seven modules at both upper corners, four modules from the border.
        Assert.StartsWith("M4 4h7v1h-7z", qr.Path, StringComparison.Ordinal);
        Assert.Contains($"M{qr.Size - 11} 4h7v1h-7z", qr.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {qr.Size - 11}h7v1h-7z", qr.Path, StringComparison.Ordinal);
    }
}

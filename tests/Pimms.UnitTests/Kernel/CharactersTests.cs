using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Pimms.Kernel;

namespace Pimms.UnitTests;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Situation de Mme Benaïssa : 412,80 € d’impayé.\r\n\t– à suivre")]
    [InlineData("العربية Türkçe 𝄞 👩‍👧 \u200f\u00a0\u202f")]
    public void Ordinary_texts_are_fit_and_stay_as_they_are(string text)
    {
        Assert.True(Characters.AreFit(text));
        Assert.Equal(text, Characters.WithoutUnfit(text));
    }

    // By their codes: an attribute could not hold half a surrogate pair.
    [Theory]
    [InlineData(0x00)]
    [InlineData(0x01)]
    [InlineData(0x1B)]
    [InlineData(0x7F)]
    [InlineData(0x85)]
    [InlineData(0x9F)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFDD0)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x1FFFE)]
    public void What_no_text_may_hold_is_found_and_taken_out(int code)
    {
        var text = $"a{(code > 0xFFFF ? char.ConvertFromUtf32(code) : $"{(char)code}")}b";
        Assert.False(Characters.AreFit(text));
        Assert.Equal("ab", Characters.WithoutUnfit(text));
    }

    [Property]
    public void What_is_left_is_always_fit_and_always_utf8(string? text)
    {
        var left = Characters.WithoutUnfit(text ?? "");
        Assert.True(Characters.AreFit(left));
        Assert.Equal(left, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(left)));
    }

    [Theory]
    [InlineData("q=a%00b&n=1", "q=ab", false)]
    [InlineData("q=%FF", "q=", false)]
    [InlineData("q=%ED%A0%80", "q=", false)]
    [InlineData("q=%C3%A9+%E2%82%AC%zz%", "q=é €%zz%", true)]
    [InlineData("na%00me=x", "name=x", false)]
    [InlineData("q", "q=", true)]
    public void A_query_is_read_from_its_bytes(string encoded, string expected, bool isFit)
    {
        var pair = EncodedText.Pairs(encoded).First();
        Assert.Equal((expected, isFit), ($"{pair.Name}={pair.Value}", pair.IsFit));
    }

    [Theory]
    [InlineData("""{ "text": "a\u0000b" }""", "text")]
    [InlineData("""{ "a": { "items": [ "x", { "label": "\ud800" } ] } }""", "a.items[1].label")]
    [InlineData("""{ "a\u0001": 1 }""", "a")]
    [InlineData("""[ 1, "\uffff" ]""", "[1]")]
    [InlineData(""" "\u0007" """, "")]
    [InlineData("""{ "text": "\u0002", "broken """, "text")]
    public void A_body_of_json_names_where_it_stands(string body, string path) => Assert.Equal([path], JsonTexts.Unfit(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Bytes_that_are_no_utf8_are_found_in_json() =>
        Assert.Equal(["b"], JsonTexts.Unfit([.. "{\"a\":\"é\",\"b\":\""u8, 0xC3, 0x28, .. "\"}"u8]));

    [Theory]
    [InlineData("""{ "a": "é\r\n\t", "b": [1, null, true, { "c": "\ud83d\ude00" }], "d": {} }""")]
    [InlineData("")]
    [InlineData("no json")]
    public void Ordinary_bodies_hold_nothing_of_it(string body) => Assert.Empty(JsonTexts.Unfit([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)]));
}

using System.Text;

namespace Pimms.UnitTests;

/// <summary>What is taken and what is not, by looking into the file alone.</summary>
public sealed class DocumentCheckTests(ITestOutputHelper output)
{
    public static TheoryData<SampleFile> Clean => [.. CleanFiles.All];

    public static TheoryData<SampleFile> Hostile => [.. HostileFiles.Seen.Where(file => file.Content.Length is > 0 and <= DocumentIntake.MostBytes)];

    [Theory]
    [MemberData(nameof(Clean), DisableDiscoveryEnumeration = true)]
    public void Clean_files_are_taken(SampleFile file)
    {
        var looked = DocumentCheck.Look(file.Name, file.Content);
        Assert.Equal((file.Label, null), (file.Label, looked.Refusal));
        Assert.Equal(Path.GetExtension(file.Name).ToLowerInvariant(), Path.GetExtension(looked.FileName));
        Assert.NotEmpty(looked.Content);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_files_are_refused(SampleFile file) => Assert.NotNull(DocumentCheck.Look(file.Name, file.Content).Refusal);

    [Fact]
    public void The_corpus_is_as_large_as_it_says()
    {
        output.WriteLine($"{CleanFiles.All.Count} clean, {HostileFiles.Seen.Count + HostileFiles.Infected.Count} hostile");
        Assert.Equal(50, CleanFiles.All.Count);
        Assert.True(HostileFiles.Seen.Count + HostileFiles.Infected.Count >= 200, $"{HostileFiles.Seen.Count} + {HostileFiles.Infected.Count}");
        Assert.Equal(HostileFiles.Seen.Count, HostileFiles.Seen.Select(file => file.Label).Distinct().Count());
    }

    [Fact]
    public void What_only_a_scanner_knows_looks_clean() =>
        Assert.All(HostileFiles.Infected, file => Assert.Equal((file.Label, null), (file.Label, DocumentCheck.Look(file.Name, file.Content).Refusal)));

    [Fact]
    public void Pictures_lose_what_they_tell_of_their_making()
    {
        string[] secrets = ["GPS", "Durand", "Benali", "ICC_PROFILE", "tIME"];
        foreach (var file in CleanFiles.All.Where(file => file.Label.StartsWith("jpeg", StringComparison.Ordinal) || file.Label.StartsWith("png", StringComparison.Ordinal)))
        {
            var kept = Encoding.Latin1.GetString(DocumentCheck.Look(file.Name, file.Content).Content);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        }
        Assert.Contains(CleanFiles.All, file => Encoding.Latin1.GetString(file.Content).Contains("GPS", StringComparison.Ordinal));
    }

    [Fact]
    public void A_photograph_keeps_which_way_up_it_is()
    {
        var kept = DocumentCheck.Look("a.jpg", PictureWriter.Jpeg(100, 200, head: PictureWriter.Exif(6))).Content;
        Assert.Equal(6, ExifOrientation.Of(kept.AsSpan(6)));
        Assert.Null(DocumentCheck.Look("a.jpg", kept).Refusal);
    }

    [Fact]
    public void What_was_stripped_once_stays_as_it_is()
    {
        foreach (var file in CleanFiles.All)
        {
            var once = DocumentCheck.Look(file.Name, file.Content).Content;
            Assert.Equal(once, DocumentCheck.Look(file.Name, once).Content);
        }
    }
}

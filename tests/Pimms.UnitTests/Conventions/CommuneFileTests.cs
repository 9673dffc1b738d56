using System.Text;
using Pimms.Conventions;
using Pimms.Conventions.Contracts;

namespace Pimms.UnitTests;

public sealed class CommuneFileTests
{
    private const string Insee = "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n";

    /// <summary>What the product ships.</summary>
    internal static CommuneFile Gard { get; } = CommuneFile.Read(File.ReadAllBytes(Path.Combine(Sources.Root, "modules/Conventions/Pimms.Conventions/Data/gard.csv")))!;

    [Fact]
    public void The_gard_is_whole_and_each_of_its_communes_is_one_of_the_gard()
    {
        Assert.Equal((350, 0), (Gard.Communes.Count, Gard.Refused.Count));
        Assert.All(Gard.Communes, commune => Assert.StartsWith("30", commune.Code, StringComparison.Ordinal));
        CommuneName[] expected = [new("30007", "Alès"), new("30189", "Nîmes"), new("30258", "Saint-Gilles"), new("30341", "Vauvert")];
        Assert.All(expected, commune => Assert.Contains(commune, Gard.Communes));
    }

    [Fact]
    public void Reads_the_list_of_insee_and_passes_over_what_is_no_commune_of_its_own()
    {
        var file = Read(Insee + "COM,13055,93,13,13D,133,0,MARSEILLE,Marseille,Marseille,1398,\nCOMD,30196,76,30,30D,301,3,X,X,Notre-Dame,,30298\nARM,13201,93,13,13D,133,0,M,M,Marseille 1er Arrondissement,,13055\n");
        Assert.Equal([new("13055", "Marseille"), new("13201", "Marseille 1er Arrondissement")], file.Communes);
        Assert.Empty(file.Refused);
    }

    [Fact]
    public void Reads_the_list_of_la_poste_which_names_a_commune_once_per_postal_code()
    {
        var file = Read("#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5\n30189;NIMES;30000;NIMES;\n30189;NIMES;30900;NIMES;\n34172;MONTPELLIER;34000;MONTPELLIER;\n");
        Assert.Equal([new("30189", "Nimes"), new("34172", "Montpellier")], file.Communes);
        Assert.Empty(file.Refused);
    }

    [Fact]
    public void Reads_older_files_that_are_not_utf8()
    {
        var file = CommuneFile.Read(Encoding.Latin1.GetBytes("COM,LIBELLE\r\n30007,Alès\r\n"))!;
        Assert.Equal([new("30007", "Alès")], file.Communes);
    }

    [Fact]
    public void Refuses_line_by_line_and_says_which()
    {
        var file = Read("COM,LIBELLE\n30189,Nîmes\n3018,Trop court\n30007,\n30189,Alès\n2A004,Ajaccio\n");
        Assert.Equal([new("30189", "Nîmes"), new("2A004", "Ajaccio")], file.Communes);
        Assert.Equal([(3, LineRefusal.NotACode), (4, LineRefusal.NoName), (5, LineRefusal.OtherName)], file.Refused.Select(line => (line.Line, line.Reason)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("a;b;c\n1;2;3\n")]
    [InlineData("COM\n30189\n")]
    [InlineData("%PDF-1.7\n")]
    public void Knows_when_a_file_is_no_list_of_communes(string content) => Assert.Null(CommuneFile.Read(Encoding.UTF8.GetBytes(content)));

    private static CommuneFile Read(string content) => CommuneFile.Read(Encoding.UTF8.GetBytes(content))!;
}

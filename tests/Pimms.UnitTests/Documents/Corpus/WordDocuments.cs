using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pimms.UnitTests;

/// <summary>DOCX files of a real writer.</summary>
internal static class WordDocuments
{
    public static IEnumerable<SampleFile> Clean()
    {
        yield return new("docx, plain", "lettre.docx", Write());
        yield return new("docx, many paragraphs", "Récit de Mme Benali.docx", Write(main => main.Document!.Body!.Append(Enumerable.Range(1, 400).Select(number => Says($"Paragraphe {number}")))));
        yield return new("docx, a table", "tableau.docx", Write(main => main.Document!.Body!.Append(new Table(new TableRow(new TableCell(Says("Mois")), new TableCell(Says("Montant")))))));
        yield return new("docx, with a link", "liens.docx", Write(main => main.AddHyperlinkRelationship(new Uri("https://www.service-public.fr/"), true)));
        yield return new("docx, with a picture", "photo.docx", Write(main => main.AddImagePart(ImagePartType.Png).FeedData(new MemoryStream(PictureWriter.Png(20, 20)))));
        yield return new("docx, page numbers", "pages.docx", Write(main => main.AddNewPart<FooterPart>().Footer = new Footer(new Paragraph(new SimpleField { Instruction = " PAGE \\* MERGEFORMAT " }))));
        yield return new("docx, a table of contents", "sommaire.docx", Write(main => main.Document!.Body!.Append(Field(" TOC \\o \"1-3\" \\h "), Field(" HYPERLINK \"https://www.caf.fr/link/dde\" "))));
        yield return new("docx, with styles and settings", "styles.docx", Write(main =>
        {
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new Style { StyleId = "Titre1", Type = StyleValues.Paragraph });
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new Zoom { Percent = "100" });
        }));
        yield return new("docx, with comments", "annoté.docx", Write(main => main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(Says("À vérifier")) { Id = "1", Author = "M. Durand" })));
        yield return new("docx, with properties", "propriétés.docx", Write(main =>
        {
            main.OpenXmlPackage.PackageProperties.Title = "Courrier";
            ((WordprocessingDocument)main.OpenXmlPackage).AddExtendedFilePropertiesPart().Properties = new(new DocumentFormat.OpenXml.ExtendedProperties.Application("Microsoft Office Word"));
        }));
    }

    private static byte[] Write(Action<MainDocumentPart>? more = null)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(Says("Bonjour, voici le courrier reçu.")));
            more?.Invoke(main);
        }
        return file.ToArray();
    }

    private static Paragraph Says(string text) => new(new Run(new Text(text)));

    private static Paragraph Field(string instruction) => new(
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(instruction)),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), new Run(new Text("…")), new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
}

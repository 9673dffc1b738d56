using Microsoft.AspNetCore.Http;

namespace Pimms.Conventions;

/// <summary>Reads a list of communes; nothing changes until it is confirmed.</summary>
internal sealed record ReadCommuneFile : IRequest<Result>
{
    public IFormFile? File { get; init; }
}

internal sealed class ReadCommuneFileValidator : AbstractValidator<ReadCommuneFile>
{
    /// <summary>All of France is 4 MB.</summary>
    private const long Largest = 20 * 1024 * 1024;

    public ReadCommuneFileValidator() => RuleFor(read => read.File).Cascade(CascadeMode.Stop)
        .NotNull().WithMessage("ImportCommunes.NoFile")
        .Must(file => file!.Length > 0).WithMessage("ImportCommunes.Empty")
        .Must(file => file!.Length <= Largest).WithMessage("ImportCommunes.TooLarge");
}

internal sealed class ReadCommuneFileHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReadCommuneFile, Result>
{
    public async Task<Result> Handle(ReadCommuneFile request, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await request.File!.CopyToAsync(content, cancellationToken);
        if (CommuneFile.Read(content.ToArray()) is not { } file)
            return Refusal.Of(nameof(request.File), "ImportCommunes.NotAList");
        if (file.Communes.Count == 0)
            return Refusal.Of(nameof(request.File), "ImportCommunes.NoCommune");

        var import = await db.CommuneImports.SingleOrDefaultAsync(one => one.PersonId == user.Id, cancellationToken);
        if (import is null)
            db.Add(import = new CommuneImport { PersonId = user.Id });
        (import.FileName, import.ReadAt) = (Path.GetFileName(request.File.FileName) is var name && name.Length > Lengths.Title ? name[..Lengths.Title] : name, clock.GetUtcNow());
        (import.Communes, import.Refused) = (file.Communes, file.Refused);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}

using Microsoft.AspNetCore.Http;

namespace Pimms.Conventions;

/// <summary>Keeps a file with a convention: above all the signed paper, at the signature or later. Answers with the file's id.</summary>
internal sealed record AddDocument : IRequest<Result<Guid>>
{
    public Guid Id { get; init; }

    public FileKind? Kind { get; init; } = FileKind.SignedConvention;

    public IFormFile? File { get; init; }
}

internal sealed class AddDocumentValidator : AbstractValidator<AddDocument>
{
    public AddDocumentValidator() => RuleFor(add => add.Kind).NotNull().WithMessage("Field.Missing").IsInEnum().WithMessage("Field.Invalid");
}

internal sealed class AddDocumentHandler(ConventionsDbContext db, CurrentUser user, DocumentIntake intake, TimeProvider clock) : IRequestHandler<AddDocument, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        var convention = await db.Whole(request.Id, user, cancellationToken);
        var taken = await intake.Take<ConventionFile>(request.File, cancellationToken);
        if ((taken.Refusal ?? convention.Add(request.Kind!.Value, taken.Value, user, clock.GetUtcNow()).Refusal) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return convention.Files[^1].Id;
    }
}

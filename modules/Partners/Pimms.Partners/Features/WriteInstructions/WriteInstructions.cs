namespace Pimms.Partners;

/// <summary>What mediators should know before they write to a unit: its own managers know best. Answers with the partner, on whose page it is then seen.</summary>
internal sealed record WriteInstructions(Guid UnitId, uint Version, string Instructions) : IRequest<Result<Guid>>;

internal sealed class WriteInstructionsValidator : AbstractValidator<WriteInstructions>
{
    public WriteInstructionsValidator() => RuleFor(write => write.Instructions).MaximumLength(4000).WithMessage("Unit.InstructionsTooLong");
}

internal sealed class WriteInstructionsHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<WriteInstructions, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(WriteInstructions command, CancellationToken ct)
    {
        var unit = await db.Units.VisibleTo(user).AtVersion(command.UnitId, command.Version, ct);
        unit.Instruct(command.Instructions.Trim());
        await db.SaveChangesAsync(ct);
        return unit.PartnerId;
    }
}

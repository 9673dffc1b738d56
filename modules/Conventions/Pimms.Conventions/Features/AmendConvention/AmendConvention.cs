using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pimms.Conventions;

/// <summary>Adds a version to a signed convention, from a day on. Where two administrators are asked for, it waits for the second.</summary>
internal sealed record AmendConvention : ConventionContent, IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }

    /// <summary>Only to be told that it is another one; null when it is not said.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The first day it holds, today or later.</summary>
    public DateOnly? EffectiveOn { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Says only whether it could be done.</summary>
    [JsonIgnore]
    public bool OnlyLook { get; init; }
}

internal sealed class AmendConventionValidator : AbstractValidator<AmendConvention>
{
    public AmendConventionValidator()
    {
        Include(new ConventionContentValidator());
        RuleFor(amend => amend.EffectiveOn).NotNull().WithMessage("Field.Missing").Plausible();
        RuleFor(amend => amend.Reason).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
    }
}

internal sealed class AmendConventionHandler(ConventionsDbContext db, CurrentUser user, IPartnerDirectory partners, ICommuneDirectory communes, TimeProvider clock) : IRequestHandler<AmendConvention, Result>
{
    public async Task<Result> Handle(AmendConvention request, CancellationToken cancellationToken)
    {
        var (convention, now) = (await db.AtVersion(request.Id, request.Version, user, cancellationToken), clock.GetUtcNow());
        if (!convention.State.Allows(ConventionMove.Amend))
            return ConventionMoves.NotAllowed(convention.State, ConventionMove.Amend);
        var codes = await Territory.Read(communes, request.Communes, nameof(request.Communes), cancellationToken);
        if (codes.Refusal is { } unknown)
            return unknown;

        request = request with { Communes = codes.Value };
        if (request.OnlyLook)
            return await request.WhyNot(convention, db, partners, now, cancellationToken) is { } obstacle ? obstacle : Result.Done;
        if (!await db.NeedsTwo(cancellationToken))
            return await request.CarryOut(convention, db, partners, user, now, cancellationToken);
        return await (await request.WhyNot(convention, db, partners, now, cancellationToken) ?? convention.Propose(ProposalKind.Amendment, JsonSerializer.Serialize(request), user, now))
            .Then(() => db.SaveChangesAsync(cancellationToken));
    }
}

internal static class Amending
{
    /// <summary>Does it, whoever proposed it.</summary>
    public static async Task<Result> CarryOut(this AmendConvention request, Convention convention, ConventionsDbContext db, IPartnerDirectory partners, CurrentUser user, DateTimeOffset at, CancellationToken ct)
    {
        if (convention.State.Allows(ConventionMove.Amend) && await request.WhyNot(convention, db, partners, at, ct) is { } refusal)
            return refusal;
        var partner = (await partners.Partner(convention.PartnerId, ct))!;
        return await convention.Amend(request, request.EffectiveOn!.Value, request.Reason.Trim(), partner, user, at).Then(() => db.SaveChangesAsync(ct));
    }

    /// <summary>What stands in the way; null when nothing does.</summary>
    public static async Task<Refusal?> WhyNot(this AmendConvention request, Convention convention, ConventionsDbContext db, IPartnerDirectory partners, DateTimeOffset at, CancellationToken ct)
    {
        if ((request.PartnerId ?? convention.PartnerId) != convention.PartnerId)
            return Refusal.Of(nameof(request.PartnerId), "EditConvention.OtherPartner");
        if (await partners.Partner(convention.PartnerId, ct) is not { } partner)
            return Refusal.Of("", "DraftConvention.UnknownPartner");
        if ((partner.RefuseForeignProcedures(request) ?? convention.WhyNotToAmend(request, request.EffectiveOn!.Value, at)) is { } refusal)
            return refusal;

        await db.OneAtATime(convention.PartnerId, ct);
        var covered = request.Procedures.Where(procedure => procedure.Covered).Select(procedure => procedure.ProcedureId).ToList();
        if (await db.Overlapping(convention, covered, request.EffectiveOn!.Value, request.AgreedRenewal is null ? request.EndsOn : null, ct) is not [var overlap, ..])
            return null;
        var row = request.Procedures.Index().First(one => one.Item.ProcedureId == overlap.ProcedureId).Index;
        return Refusal.Of($"{nameof(request.Procedures)}[{row}].{nameof(ProcedureContent.ProcedureId)}", "ActivateConvention.Overlap", overlap.Reference, overlap.ProcedureTitle, overlap.EndsOn);
    }
}

namespace Pimms.Referrals;

/// <summary>A canned reply as typed; both adding and editing take it.</summary>
internal sealed record CannedReplyInput([property: OneLine] string? Title, string? Text)
{
    /// <summary>A unit chooses by the title: the same twice would be no choice.</summary>
    public async Task<Refusal?> IsTaken(ReferralsDbContext db, Guid unit, Guid? self, CancellationToken ct)
    {
        var title = Title!.Trim();
        return await db.CannedReplies.AnyAsync(reply => reply.UnitId == unit && reply.Title == title && reply.Id != self, ct) ? Refusal.Of("Reply.Title", "CannedReply.TitleTaken") : null;
    }
}

internal sealed class CannedReplyInputValidator : AbstractValidator<CannedReplyInput>
{
    public CannedReplyInputValidator()
    {
        RuleFor(reply => reply.Title).NotEmpty().WithMessage("CannedReply.TitleMissing").MaximumLength(CannedReply.LongestTitle).WithMessage("CannedReply.TitleTooLong");
        RuleFor(reply => reply.Text).NotEmpty().WithMessage("CannedReply.TextMissing").MaximumLength(CannedReply.LongestText).WithMessage("CannedReply.TextTooLong");
    }
}

namespace Pimms.Referrals;

/// <summary>An act of the partner's that says something to the other side: the unit's canned replies can be put into it, without script too.</summary>
internal abstract class ReplyPage(IMediator mediator) : ActPage(mediator)
{
    /// <summary>What the unit asked keeps.</summary>
    public IReadOnlyList<CannedReply> Replies { get; private set; } = [];

    protected override async Task Prepare(CancellationToken ct) =>
        Replies = [.. (await Mediator.Send(new CannedReplies(), ct)).Value.Where(unit => unit.UnitId == Referral.To.UnitId).SelectMany(unit => unit.Replies)];

    /// <summary>Shows the form again with the reply below what is written already; all else stays as it was typed.</summary>
    public async Task<IActionResult> OnPostInsertAsync(Guid id, Guid? reply, CancellationToken ct)
    {
        var shown = await ShowForm(id, ct);
        if (View is null)
            return shown;
        foreach (var typed in ModelState.Values)
            typed.Errors.Clear();
        if (Replies.FirstOrDefault(one => one.Id == reply) is { } chosen)
        {
            var written = ModelState["Input.Text"]?.AttemptedValue?.TrimEnd();
            ModelState.Remove("Input.Text");
            Write(string.IsNullOrEmpty(written) ? chosen.Text : $"{written}\n\n{chosen.Text}");
        }
        return shown;
    }

    /// <summary>Puts this into the field for words.</summary>
    protected abstract void Write(string text);
}

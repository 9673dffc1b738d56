namespace Pimms.Conventions;

/// <summary>How fast a partner promised to answer one procedure.</summary>
internal sealed class Commitment
{
    /// <summary>What is asked for when nothing else is said.</summary>
    public const int UsualExpiryDays = 30;

    public Guid ConventionId { get; private init; }

    /// <summary>The version of the convention it stands in.</summary>
    public int Number { get; private init; }

    public Guid ProcedureId { get; private init; }

    public Guid PartnerId { get; private init; }

    public bool Published { get; private set; }

    /// <summary>As the procedure was called when this was written: it is what was signed.</summary>
    public string ProcedureTitle { get; private set; } = "";

    /// <summary>Working days, 1 to 60.</summary>
    public int AcknowledgeWithinDays { get; private set; }

    /// <summary>Working days, 1 to 120, not fewer than the acknowledgement.</summary>
    public int AnswerWithinDays { get; private set; }

    /// <summary>Calendar days, 1 to 365, after which a referral that nobody took up expires.</summary>
    public int ExpiryDays { get; private set; }

    /// <summary>How many referrals may be sent in a calendar month, 1 to 10,000; null for any number.</summary>
    public int? MonthlyCap { get; private set; }

    public static Commitment Of(ConventionTerms terms, Guid procedureId) =>
        new() { ConventionId = terms.ConventionId, Number = terms.Number, PartnerId = terms.PartnerId, ProcedureId = procedureId };

    public void Write(string title, ProcedureContent content)
    {
        ProcedureTitle = title;
        AcknowledgeWithinDays = content.AcknowledgeWithinDays!.Value;
        AnswerWithinDays = content.AnswerWithinDays!.Value;
        ExpiryDays = content.ExpiryDays ?? UsualExpiryDays;
        MonthlyCap = content.MonthlyCap;
    }

    public void Publish() => Published = true;
}

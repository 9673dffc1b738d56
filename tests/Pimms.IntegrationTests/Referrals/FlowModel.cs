using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What one referral counts for, found slowly: by going through its moves one after the other, and through time day by day.</summary>
internal sealed class FlowModel
{
    private int left;
    private (string Side, DateOnly Since)? owing;

    public FlowModel(Flow flow, DateOnly today)
    {
        SentOn = WorkingCalendar.DayOf(flow.Referral.SentAt!.Value);
        (left, owing) = (flow.Terms.AnswerWithinDays, ("Partner", SentOn));
        foreach (var (move, at, hold) in flow.Done)
            Take(move, hold, WorkingCalendar.DayOf(at), flow);
        if (AcknowledgedInTime is null && AcknowledgedOn is null && (Ending == "Expired" || (Ending == "Running" && today > Later(SentOn, flow.Terms.AcknowledgeWithinDays))))
            AcknowledgedInTime = false;
        if (AnsweredInTime is null && (Ending == "Expired" || (Ending == "Running" && owing is { Side: "Partner" } && !IsInTime(today))))
            AnsweredInTime = false;
        Owe(null, today);
    }

    public DateOnly SentOn { get; }

    public string Ending { get; private set; } = "Running";

    public DateOnly? AcknowledgedOn { get; private set; }

    public bool? AcknowledgedInTime { get; private set; }

    public int? AcknowledgeDays => AcknowledgedOn is { } day ? Days(SentOn, day) : null;

    public bool? AnsweredInTime { get; private set; }

    public int? AnswerDays { get; private set; }

    public int? ElapsedDays { get; private set; }

    public Dictionary<string, int> Owed { get; } = new() { ["Partner"] = 0, ["Association"] = 0, ["Beneficiary"] = 0, ["ThirdParty"] = 0 };

    private void Take(Move move, HoldReason? hold, DateOnly day, Flow flow)
    {
        if (AcknowledgedOn is null && move is Move.Accept or Move.RequestInformation or Move.Answer or Move.Decline)
            AcknowledgedOn ??= day;
        if (AcknowledgedOn is { } first)
            AcknowledgedInTime ??= first <= Later(SentOn, flow.Terms.AcknowledgeWithinDays);
        switch (move)
        {
            case Move.RequestInformation:
                Owe("Association", day);
                break;
            case Move.Hold when hold is HoldReason.AwaitingBeneficiary or HoldReason.AwaitingThirdParty:
                Owe(hold == HoldReason.AwaitingBeneficiary ? "Beneficiary" : "ThirdParty", day);
                break;
            case Move.ProvideInformation or Move.Resume when owing is not { Side: "Partner" }:
                Owe("Partner", day);
                break;
            case Move.Answer or Move.Decline:
                AnsweredInTime ??= IsInTime(day);
                Owe(null, day);
                AnswerDays ??= Owed["Partner"];
                ElapsedDays ??= Days(SentOn, day);
                Ending = move == Move.Answer ? "Answered" : "Declined";
                break;
            case Move.Reopen:
                (Ending, left) = ("Running", flow.Terms.AnswerWithinDays);
                Owe("Partner", day);
                break;
            case Move.Withdraw:
                Ending = "Withdrawn";
                Owe(null, day);
                break;
            case Move.Expire:
                Ending = "Expired";
                Owe(null, day);
                break;
        }
    }

    /// <summary>While the partner owes: on the last day or before. While others do: unless the time was over when they began to.</summary>
    private bool IsInTime(DateOnly day) => owing is not { Side: "Partner" } running ? left >= 0
        : left > 0 ? day <= Later(running.Since, left)
        : left == 0 && day == running.Since;

    private void Owe(string? side, DateOnly day)
    {
        if (owing is { } before)
        {
            Owed[before.Side] += Days(before.Since, day);
            left -= before.Side == "Partner" ? Days(before.Since, day) : 0;
        }
        owing = side is null ? null : (side, day);
    }

    private static int Days(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            days += WorkingCalendar.France.IsWorkingDay(day) ? 1 : 0;
        return days;
    }

    private static DateOnly Later(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= WorkingCalendar.France.IsWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}

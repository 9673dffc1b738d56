using System.Globalization;

namespace Pimms.Referrals;

/// <summary>Says what happened to a referral, and who did it.</summary>
internal sealed class EventWords(Texts texts, Dates dates)
{
    public string Say(ReferralEvent happened) =>
        happened is { Kind: "Assign", Detail: null } ? texts["Event.AssignNobody"]
        : happened is { Kind: nameof(Move.Resume), Side: Side.System } ? texts["Event.ResumeByItself"]
        : happened is { Kind: nameof(Move.Hold), Detail: { } detail } && detail.Split(' ') is [_, var reason] ? texts["Event.HoldBecause", Detail(happened), texts[$"HoldReason.{reason}"]]
        : texts[$"Event.{happened.Kind}", Detail(happened)];

    /// <summary>The person with the side they stand at; the platform itself by its name.</summary>
    public string Who(ReferralEvent happened, Referral referral) => Who(happened.Side, happened.Who, referral);

    /// <inheritdoc cref="Who(ReferralEvent, Referral)"/>
    public string Who(Side side, string who, Referral referral) => side switch
    {
        Side.Association => texts["Event.Who", who, texts["Referral.Site", referral.SiteName]],
        Side.Partner => texts["Event.Who", who, referral.To.UnitName],
        _ => texts["Event.System"],
    };

    public static Tone ToneOf(ReferralEvent happened) => happened.Kind switch
    {
        nameof(Move.Send) or nameof(Move.Reopen) => Tone.New,
        nameof(Move.Accept) or nameof(Move.Resume) or nameof(Move.ProvideInformation) => Tone.Hand,
        nameof(Move.RequestInformation) or nameof(Move.Hold) => Tone.Wait,
        nameof(Move.Decline) or nameof(Move.Expire) => Tone.Late,
        nameof(Move.Answer) or nameof(Move.Close) or nameof(Move.AutoClose) => Tone.Done,
        _ => Tone.Neutral,
    };

    private string? Detail(ReferralEvent happened) => happened.Detail is not { } detail ? null : happened.Kind switch
    {
        nameof(Move.Hold) => DateOnly.TryParseExact(detail.Split(' ')[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? dates.Day(day) : detail,
        nameof(Move.Answer) => texts[$"Outcome.{detail}"],
        nameof(Move.Decline) => texts[$"DeclineReason.{detail}"],
        nameof(Move.Withdraw) => texts[$"WithdrawReason.{detail}"],
        nameof(Move.Close) or nameof(Move.AutoClose) => texts[$"VerifiedResult.{detail}"],
        "Duplicate" => detail.Split(' ', 2) is [var on, var site] && DateOnly.TryParseExact(on, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var sent) ? $"{site}, {dates.Day(sent)}" : detail,
        nameof(Autonomy) => texts[$"Autonomy.{detail}"],
        _ => detail,
    };
}

namespace Pimms.IntegrationTests;

/// <summary>What must be true when the dust has settled.</summary>
internal static class Aftermath
{
    public static async Task Check(MortalHost host, SendingDesk desk)
    {
        Assert.True(host.Deaths >= 3, $"Only {host.Deaths} kills.");
        await using var connection = await host.Superuser.OpenConnectionAsync();

        // What was accepted is sent, and nothing else is.
        var sent = await connection.Rows("select id from referrals.referrals where case_id = $1 and state = 'Sent' order by id", desk.CaseId);
        Assert.Equal(desk.Sent.Select(id => id.ToString()).Distinct().Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
        Assert.Equal(desk.Sent.Count, sent.Count);

        // No repeat of a request made a second draft, and no referral was sent twice.
        Assert.Empty(await connection.Rows("select request_subject from referrals.referrals where case_id = $1 group by 1 having count(*) > 1", desk.CaseId));
        Assert.Empty(await connection.Rows("select body->>'referralId' from referrals.outbox where body->>'move' = 'Send' group by 1 having count(*) > 1"));

        // Each message was recorded once by the reaction, and each person concerned has one mail, and their unit's mailbox one.
        Assert.Empty(await connection.Rows("""
            select o.id, count(i.*) from referrals.outbox o left join users.inbox i on i.message_id = o.id and i.reaction = 'users.notify-of-referral'
            group by 1 having count(i.*) <> 1
            """));
        var concerned = await connection.Rows(
            "select id from users.people where active and $1 = any(unit_ids) and role = 'PartnerAgent' union select id from partners.units where id = $1 and mailbox is not null order by id", DemonstrationId.Of("unit:energie-solidarite"));
        Assert.NotEmpty(concerned);
        var expected = desk.Sent.SelectMany(referral => concerned.Select(person => $"{referral}|{person}|1")).Order(StringComparer.Ordinal);
        var mails = await connection.Rows("""
            select m.referral_id, m.person_id, count(*) from users.mails m join referrals.referrals r on r.id = m.referral_id where r.case_id = $1 group by 1, 2
            """, desk.CaseId);
        Assert.Equal(expected, mails.Order(StringComparer.Ordinal));

        // The journal went through it whole.
        var (code, output) = await HostProcess.Run(host.Database, "verify-journal");
        Assert.True(code == 0, output);
    }
}

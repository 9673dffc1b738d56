namespace Pimms.Referrals;

/// <summary>
/// One query that turns referrals into facts. Working days are differences of ordinals: every day of the span comes with the number of
/// working days up to it, so that the ledger's segments are counted as <see cref="WorkingCalendar.Between"/> does.
/// </summary>
internal static class FlowFacts
{
    public static Task<List<FlowFact>> FlowOf(this ReferralsDbContext db, Guid conventionId, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken ct)
    {
        var (today, beginning, end) = (WorkingCalendar.DayOf(now), WorkingCalendar.EndOf(from.AddDays(-1)), WorkingCalendar.EndOf(to));
        DateOnly[] days = [.. Enumerable.Range(0, Math.Max(0, today.DayNumber - from.DayNumber) + 1).Select(from.AddDays)];
        bool[] working = [.. days.Select(WorkingCalendar.France.IsWorkingDay)];
        var convention = conventionId.ToString();
        return db.Database.SqlQuery<FlowFact>($"""
            with days as (
              select day, working, count(*) filter (where working) over (order by day) as n from unnest({days}, {working}) as given(day, working)
            ), sent as (
              select r.id, r.procedure_id, r.to_procedure_title, r.state, r.decision, r.withdraw_reason, r.verified_result, r.clocks_segments,
                r.clocks_acknowledge_due_on, r.clocks_answer_due_on, r.clocks_days_left_at_pause, r.clocks_stopped_at,
                (r.terms->>'answerWithinDays')::int as answer_within,
                (r.sent_at at time zone 'Europe/Paris')::date as sent_on,
                (r.clocks_acknowledged_at at time zone 'Europe/Paris')::date as acknowledged_on,
                first.decided_at, (first.decided_at at time zone 'Europe/Paris')::date as decided_on,
                case when r.state = 'Withdrawn' then 'Withdrawn' when r.decision->>'outcome' is not null then 'Answered' when r.decision->>'declineReason' is not null then 'Declined'
                     when r.state in ('Expired', 'Closed') then 'Expired' else 'Running' end as ending
              from referrals.referrals r
              left join lateral (select min(e.at) as decided_at from referrals.events e where e.referral_id = r.id and e.kind in ('Answer', 'Decline')) first on true
              where r.terms->>'conventionId' = {convention} and r.sent_at >= {beginning} and r.sent_at < {end}
            ), segments as (
              select sent.id, one.nr, one.segment->>'owedBy' as owed_by, opens.day as from_on, closes.n - opens.n as days,
                sent.decided_at is null or (one.segment->>'from')::timestamptz < sent.decided_at as before_decision
              from sent
              cross join lateral jsonb_array_elements(sent.clocks_segments) with ordinality as one(segment, nr)
              join days opens on opens.day = ((one.segment->>'from')::timestamptz at time zone 'Europe/Paris')::date
              join days closes on closes.day = (coalesce((one.segment->>'to')::timestamptz, {now}) at time zone 'Europe/Paris')::date
            ), owed as (
              select id,
                coalesce(sum(days) filter (where owed_by = 'Partner'), 0)::int as by_partner,
                coalesce(sum(days) filter (where owed_by = 'Association'), 0)::int as by_association,
                coalesce(sum(days) filter (where owed_by = 'Beneficiary'), 0)::int as by_beneficiary,
                coalesce(sum(days) filter (where owed_by = 'ThirdParty'), 0)::int as by_third_party,
                coalesce(sum(days) filter (where owed_by = 'Partner' and before_decision), 0)::int as until_decision,
                (array_agg(owed_by order by nr desc) filter (where before_decision))[1] as last_by,
                (array_agg(days order by nr desc) filter (where before_decision))[1] as last_days,
                (array_agg(from_on order by nr desc) filter (where before_decision))[1] as last_from
              from segments group by id
            )
            select sent.procedure_id, sent.to_procedure_title as procedure_title, sent.sent_on, sent.ending,
              (acknowledged.n - begun.n)::int as acknowledge_days,
              case when sent.acknowledged_on is not null then sent.acknowledged_on <= sent.clocks_acknowledge_due_on
                   when sent.ending = 'Expired' or (sent.ending = 'Running' and sent.clocks_acknowledge_due_on < {today}) then false end as acknowledged_in_time,
              case when sent.decided_at is not null then owed.until_decision end as answer_days,
              case when sent.decided_at is not null and owed.last_by <> 'Partner' then owed.until_decision <= sent.answer_within
                   -- The last day is a working one; what comes on the days off that follow it is late, as on the clock itself.
                   when sent.decided_at is not null then owed.until_decision < sent.answer_within or (owed.until_decision = sent.answer_within
                     and case when sent.answer_within > owed.until_decision - owed.last_days then decided.working else sent.decided_on = owed.last_from end)
                   when sent.ending = 'Expired' or (sent.ending = 'Running' and sent.clocks_days_left_at_pause is null and sent.clocks_answer_due_on < {today}) then false end as answered_in_time,
              (decided.n - begun.n)::int as elapsed_days,
              owed.by_partner as owed_by_partner, owed.by_association as owed_by_association, owed.by_beneficiary as owed_by_beneficiary, owed.by_third_party as owed_by_third_party,
              sent.decision->>'outcome' as outcome, sent.decision->>'declineReason' as decline_reason, sent.verified_result, (sent.decision->>'amount')::numeric as amount
            from sent
            join owed on owed.id = sent.id
            join days begun on begun.day = sent.sent_on
            left join days acknowledged on acknowledged.day = sent.acknowledged_on
            left join days decided on decided.day = sent.decided_on
            """).ToListAsync(ct);
    }
}

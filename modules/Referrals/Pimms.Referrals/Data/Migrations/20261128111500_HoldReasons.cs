using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>
/// Holds get a reason by code, and answers from before a reopening a place. Holds that were made before were all the person's to end, and
/// their time was counted so: they become that, with what was written as their text. Earlier answers are told again by the timeline.
/// </summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261128111500_HoldReasons")]
internal sealed class HoldReasonsAndFormerAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Keep(migrationBuilder);
        RowSecurityOfReferrals.LetOverseePauses(migrationBuilder);
    }

    private static void Keep(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table referrals.referrals no force row level security;
        alter table referrals.events no force row level security;
        alter table referrals.referrals
          add column hold_text text,
          add column held_since date,
          add column held_days integer not null default 0,
          add column former_answers jsonb not null default '[]';
        update referrals.referrals set hold_text = hold_reason, hold_reason = 'AwaitingBeneficiary' where hold_reason is not null;
        alter table referrals.referrals alter column hold_reason type character varying(40);
        with holds as (
          select e.referral_id, (e.at at time zone 'Europe/Paris')::date as begun,
            (select min((x.at at time zone 'Europe/Paris')::date) from referrals.events x
             where x.referral_id = e.referral_id and x.at > e.at and x.kind in ('Resume', 'Answer', 'Decline', 'Withdraw')) as ended
          from referrals.events e where e.kind = 'Hold'
        ), known as (
          select referral_id, coalesce(sum(ended - begun), 0)::int as days, max(begun) filter (where ended is null) as since from holds group by referral_id
        )
        update referrals.referrals r set held_days = known.days, held_since = case when r.state = 'OnHold' then known.since end
        from known where known.referral_id = r.id;
        with former as (
          select e.referral_id, jsonb_agg(jsonb_build_object(
            'decision', jsonb_build_object(case e.kind when 'Answer' then 'outcome' else 'declineReason' end, e.detail, 'text', coalesce(e.text, '')), 'at', e.at) order by e.at) as answers
          from referrals.events e
          where e.kind in ('Answer', 'Decline') and exists (select from referrals.events x where x.referral_id = e.referral_id and x.kind = 'Reopen' and x.at > e.at)
          group by e.referral_id
        )
        update referrals.referrals r set former_answers = former.answers from former where former.referral_id = r.id;
        alter table referrals.referrals alter column held_days drop default, alter column former_answers drop default;
        alter table referrals.referrals force row level security;
        alter table referrals.events force row level security;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table referrals.referrals no force row level security;
        alter table referrals.referrals alter column hold_reason type text;
        update referrals.referrals set hold_reason = hold_text where hold_reason is not null;
        alter table referrals.referrals drop column hold_text, drop column held_since, drop column held_days, drop column former_answers;
        alter table referrals.referrals force row level security;
        """);
}

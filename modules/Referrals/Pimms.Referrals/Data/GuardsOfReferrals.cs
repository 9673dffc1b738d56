namespace Pimms.Referrals;

/// <summary>
/// What the database refuses of a person's request beside rows and columns: a state that no move of its side leads to, a move that leaves no
/// line in the timeline, another request than the one that was sent. The moves are those of <see cref="ReferralMoves"/>.
/// </summary>
internal static class GuardsOfReferrals
{
    private static readonly string Moves = string.Join(", ",
        from move in ReferralMoves.All
        from side in move.Sides.Where(side => side != Side.System)
        from state in move.From
        select $"('{side}', '{state}', '{move.To}', '{move.Move}')");

    public static string Sql { get; } = $$"""
        create or replace function referrals.moves() returns table (side text, from_state text, to_state text, move text) language sql immutable as $$
          values {{Moves}}
        $$;
        create or replace function referrals.check_change() returns trigger language plpgsql as $$
        declare
          asking text := current_setting('pimms.side', true);
          before jsonb := to_jsonb(old);
          after jsonb := to_jsonb(new);
          changed text[];
        begin
          -- Once accepted it stays so; no statement says it by itself.
          new.accepted := old.accepted or (new.state = 'Accepted' and old.state <> 'Accepted');
          if current_user <> '{{DatabaseRoles.Application}}' then
            return new;
          end if;
          changed := array(select key from jsonb_each(after) where value is distinct from before -> key);
          if new.state <> old.state and not exists (select from referrals.moves() m where m.side = asking and m.from_state = old.state and m.to_state = new.state) then
            raise exception 'No move of this side leads there.';
          end if;
          if old.state <> 'Draft' and exists (select from unnest(changed) c where c like 'request\_%' or c = any(array['to_form_version', 'partner_id', 'to_partner_name', 'procedure_id',
            'to_procedure_title', 'terms', 'disclosed', 'disclosed_later', 'sent_at', 'harm_date'])) then
            raise exception 'What was sent is not rewritten.';
          end if;
          if old.state <> 'Draft' and new.unit_id <> old.unit_id and (asking <> 'Partner' or new.visible_to_unit <> new.unit_id) then
            raise exception 'A referral is handed on by its partner, as a whole.';
          end if;
          if new.visible_to_unit <> old.visible_to_unit and not (
            (new.visible_to_unit = new.unit_id and (asking = 'Partner' or (old.state = 'Draft' and new.state = 'Sent')))
            or (asking = 'Association' and new.visible_to_unit = '00000000-0000-0000-0000-000000000000')) then
            raise exception 'It is shown where it was sent, or to nobody.';
          end if;
          if asking = 'Partner' and changed && array['mediator_id', 'mediator_name', 'verified_result', 'withdraw_reason'] then
            raise exception 'That is for the association to say.';
          end if;
          if asking = 'Association' and (changed && array['seen_at', 'assignee_id', 'assignee_name'] or (old.decision is distinct from new.decision and new.decision is not null)) then
            raise exception 'That is for the partner to say.';
          end if;
          return new;
        end $$;
        create or replace trigger check_change before update on referrals.referrals for each row execute function referrals.check_change();

        create or replace function referrals.check_told() returns trigger language plpgsql as $$
        begin
          if current_user = '{{DatabaseRoles.Application}}' and not exists (
            select from referrals.events e join referrals.moves() m on m.move = e.kind
            where e.referral_id = new.id and e.revision = new.revision and e.side = m.side and m.from_state = old.state and m.to_state = new.state) then
            raise exception 'A move is told in the timeline.';
          end if;
          return null;
        end $$;
        drop trigger if exists check_told on referrals.referrals;
        create constraint trigger check_told after update of state on referrals.referrals deferrable initially deferred
          for each row when (old.state <> new.state) execute function referrals.check_told();

        create or replace function referrals.check_post() returns trigger language plpgsql as $$
        begin
          if current_user = '{{DatabaseRoles.Application}}' and not exists (
            select from referrals.events e where e.referral_id = (new.body ->> 'referralId')::uuid and e.kind = new.body ->> 'move' and e.side = new.body ->> 'bySide') then
            raise exception 'Only what happened is announced.';
          end if;
          return null;
        end $$;
        drop trigger if exists check_post on referrals.outbox;
        create constraint trigger check_post after insert on referrals.outbox deferrable initially deferred for each row execute function referrals.check_post();

        create or replace function referrals.check_document() returns trigger language plpgsql as $$
        begin
          if current_user = '{{DatabaseRoles.Application}}' and not exists (select from referrals.referrals r where r.id = old.referral_id and r.state = 'Draft') then
            raise exception 'A file that went out stays.';
          end if;
          return old;
        end $$;
        create or replace trigger check_document before delete on referrals.documents for each row execute function referrals.check_document();

        create or replace function referrals.check_count() returns trigger language plpgsql as $$
        begin
          if current_user = '{{DatabaseRoles.Application}}' and new.count <> old.count + 1 then
            raise exception 'Places are taken one by one.';
          end if;
          return new;
        end $$;
        create or replace trigger check_count before update on referrals.sent_counts for each row execute function referrals.check_count();
        """;
}

-- The journal: append-only by grants (nobody may insert, only call journal.append), by trigger (not even the owner changes a row),
-- and by a chain of hashes per site and partner, so that what was done as superuser is still found by verify-journal.
create schema journal;

create table journal.heads (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);

create table journal.entries (
  chain text not null,
  seq bigint not null,
  at timestamptz not null,
  user_id text not null,
  act text not null,
  kind text not null,
  subjects uuid[] not null,
  is_change boolean not null,
  source text not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index entries_subjects on journal.entries using gin (subjects);
create index entries_at on journal.entries (at);

create function journal.append(chain_name text, ats timestamptz[], users text[], acts text[], kinds text[], subject_lists text[], changes boolean[], sources text[])
returns void language plpgsql security definer set search_path = journal, pg_temp as $$
declare
  last_seq bigint;
  last_hash bytea;
begin
  insert into journal.heads values (chain_name, 0, ''::bytea) on conflict do nothing;
  select seq, hash into last_seq, last_hash from journal.heads where chain = chain_name for update;
  for i in 1 .. cardinality(ats) loop
    last_seq := last_seq + 1;
    -- U+001F stands between the parts: no act, id or address holds it.
    last_hash := sha256(last_hash || convert_to(concat_ws(E'\x1f', chain_name, last_seq, (extract(epoch from ats[i]) * 1000000)::bigint,
      users[i], acts[i], kinds[i], subject_lists[i], changes[i]::int, sources[i]), 'UTF8'));
    insert into journal.entries values (chain_name, last_seq, ats[i], users[i], acts[i], kinds[i],
      coalesce(string_to_array(nullif(subject_lists[i], ''), ',')::uuid[], '{}'), changes[i], sources[i], last_hash);
  end loop;
  update journal.heads set seq = last_seq, hash = last_hash where chain = chain_name;
end $$;

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;

create trigger append_only before update or delete on journal.entries for each row execute function journal.refuse_change();
create trigger never_emptied before truncate on journal.entries for each statement execute function journal.refuse_change();

revoke all on function journal.append from public;
grant usage on schema journal to pimms_application, pimms_worker;
grant execute on function journal.append to pimms_application, pimms_worker;
grant select on journal.entries, journal.heads to pimms_worker;

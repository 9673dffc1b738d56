-- For databases made before: their policies took the list of sites or units apart for every row (see RowSecurity.cs).
do $$
declare
  policy record;
  setting text;
  per_row text;
begin
  for policy in
    select format('alter policy %I on %s', polname, polrelid::regclass) as change, pg_get_expr(polqual, polrelid) as sees, pg_get_expr(polwithcheck, polrelid) as writes from pg_policy
  loop
    foreach setting in array array['pimms.site_ids', 'pimms.unit_ids'] loop
      per_row := format('((string_to_array(NULLIF(current_setting(%L::text, true), ''''::text), '',''::text))::uuid[])', setting);
      policy.sees := replace(policy.sees, per_row, format('((select %s)::uuid[])', per_row));
      policy.writes := replace(policy.writes, per_row, format('((select %s)::uuid[])', per_row));
    end loop;
    if concat(policy.sees, policy.writes) like '%select %' then
      execute policy.change || coalesce(' using (' || policy.sees || ')', '') || coalesce(' with check (' || policy.writes || ')', '');
    end if;
  end loop;
end $$;

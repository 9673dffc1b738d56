# The demonstration's database: a private cluster in the data folder, started and stopped with the host.

# Starts it and exports the connection strings that the host reads.
start_database() {
  local port password owner_password app_password address
  ensure_postgres "$data/postgres"
  place_cluster
  if [[ ! -d $cluster ]]; then
    password=$(random_word)
    (umask 077 && echo "$password" >"$data/password")
    make_cluster "$(realpath -m "$cluster")" "$password"
  fi
  [[ -r $data/password ]] || fail "$data/password is missing: without it the database cannot be opened."
  port=$(free_port "${PIMMS_POSTGRES_PORT:-15432}")
  start_postgres "$cluster" "$port"
  keep process "$postgres_process" 10 INT QUIT KILL

  owner_password=$(random_word) app_password=$(random_word)
  PGPASSWORD=$(<"$data/password") OWNER_PASSWORD=$owner_password APP_PASSWORD=$app_password \
    "$postgres_programs/psql" -X -q -h 127.0.0.1 -p "$port" -U postgres -d postgres -f "$setup/roles.sql" >&2 ||
    fail "the database's roles could not be prepared."
  address="Host=127.0.0.1;Port=$port;Database=pimms"
  export ConnectionStrings__PimmsOwner="$address;Username=pimms_owner;Password=$owner_password"
  export ConnectionStrings__Pimms="$address;Username=pimms_app;Password=$app_password"
  # For other terminals while the host runs: source it, then use the host's other commands or psql.
  rm -f "$data/environment"
  (umask 077 && cat >"$data/environment" <<ENVIRONMENT
export ConnectionStrings__PimmsOwner='$ConnectionStrings__PimmsOwner'
export ConnectionStrings__Pimms='$ConnectionStrings__Pimms'
ENVIRONMENT
  )
}

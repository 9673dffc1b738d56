# A private PostgreSQL cluster: loopback only, every connection with a password, no socket files (their paths may not be
# longer than 107 characters, and a killed server leaves them behind).

# Sets postgres_programs: the folder of the newest PostgreSQL installed, or of the version asked for.
find_postgres() {
  local folder version wanted=${1:-} newest=14
  for folder in /usr/lib/postgresql/*/bin; do
    version=${folder#/usr/lib/postgresql/} version=${version%/bin}
    [[ $version =~ ^[0-9]+$ && -x $folder/initdb && -x $folder/psql ]] || continue
    if [[ -n $wanted ]] && ((version != wanted)); then continue; fi
    if ((version > newest)); then newest=$version postgres_programs=$folder; fi
  done
  [[ -n ${postgres_programs:-} ]]
}

ensure_postgres() {
  local version=''
  [[ ! -f $1/PG_VERSION ]] || version=$(<"$1/PG_VERSION")
  find_postgres "$version" && return
  [[ -z $version ]] || fail "the data in $1 was written by PostgreSQL $version, which is not installed." \
    "Install postgresql-$version, or start afresh with --reset."
  install_packages postgresql
  find_postgres || fail "PostgreSQL 15 or later is needed; this system's packages have an older one."
}

# PostgreSQL refuses to run as root: there the cluster's owner runs it, at first the user of Debian's package.
database_user() {
  if [[ -d ${cluster:-} && ! -O $cluster ]]; then stat -c %U "$(realpath "$cluster")"
  elif getent passwd postgres >/dev/null; then echo postgres; else echo pimms-postgres; fi
}

as_database_user() {
  local prefix=()
  set_database_prefix
  "${prefix[@]}" "$@"
}

# Sets prefix: the words that make a command run as the unprivileged user, none when this one is unprivileged already.
set_database_prefix() {
  is_root || return 0
  local user
  user=$(database_user)
  getent passwd "$user" >/dev/null || useradd --system --user-group --shell /usr/sbin/nologin "$user" >&2
  prefix=(setpriv "--reuid=$user" "--regid=$user" --clear-groups --)
}

# Makes the cluster in two steps, so that an interrupted first start leaves nothing half made in its place.
make_cluster() {
  local cluster=$1 password=$2 making=$1.making
  rm -rf -- "$making"
  mkdir -m 700 -- "$making"
  (umask 077 && echo "$password" >"$making/password")
  if is_root; then chown -R "$(database_user):" "$making"; fi
  # Sorted as French is. A new database takes its language from here.
  as_database_user env LC_ALL=C.UTF-8 "$postgres_programs/initdb" --pgdata="$making/cluster" --username=postgres \
    --pwfile="$making/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=fr-FR >"$cluster.log" 2>&1 ||
    fail "PostgreSQL could not prepare its folder:" "$(tail -n 5 "$cluster.log")"
  mv -- "$making/cluster" "$cluster"
  rm -rf -- "$making" "$cluster.log"
}

# The settings are written anew at each start: they are part of these scripts, not of the data.
configure_cluster() {
  local cluster=$1 port=$2
  as_database_user tee "$cluster/pg_hba.conf" >/dev/null <<<'host all all 127.0.0.1/32 scram-sha-256'
  as_database_user tee "$cluster/postgresql.conf" >/dev/null <<SETTINGS
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
timezone = 'UTC'
lc_messages = 'C'
${postgres_settings:-}
SETTINGS
}

# Prints the processes of a cluster, whoever started them: PostgreSQL works inside its data folder.
postgres_processes() {
  # shellcheck disable=SC2016  # expanded by the inner shell
  as_database_user bash -c 'for process in /proc/[0-9]*; do
    [[ $process/cwd -ef $1 && $(cat "$process/comm") == postgres ]] && echo "${process#/proc/}"
  done 2>/dev/null; true' bash "$1"
}

# Stops what an earlier run left behind. Its file with the process number is never believed by itself: after a crash or
# a restart of the machine, that number may belong to any other program.
put_postgres_away() {
  local cluster main tenths
  [[ -d $1 ]] || return 0
  cluster=$(realpath "$1")
  main=$(as_database_user head -n 1 "$cluster/postmaster.pid" 2>/dev/null) || main=''
  if [[ -n $main ]] && postgres_processes "$cluster" | grep -qxF "$main"; then
    stop_process "$main" "$(process_birth "$main")" 10 INT QUIT KILL || true
  fi
  # Without their main process the others end by themselves; the new server must not start before.
  for ((tenths = 0; tenths < 100; tenths++)); do
    [[ -n $(postgres_processes "$cluster") ]] || break
    sleep 0.1
  done
  as_database_user rm -f -- "$cluster/postmaster.pid"
}

# start_postgres CLUSTER PORT: sets postgres_process and returns once connections are accepted.
start_postgres() {
  local cluster port=$2 tenths prefix=()
  cluster=$(realpath "$1")
  configure_cluster "$cluster" "$port"
  set_database_prefix
  # From the root folder, since this one may be closed to its user; in a session of its own, out of reach of Ctrl-C.
  (cd / && exec setsid "${prefix[@]}" env LC_ALL=C.UTF-8 "$postgres_programs/postgres" -D "$cluster") \
    </dev/null >"$cluster/server.log" 2>&1 8>&- 9>&- &
  postgres_process=$!
  for ((tenths = 0; tenths < 600; tenths++)); do
    kill -0 "$postgres_process" 2>/dev/null || break
    if "$postgres_programs/pg_isready" -q -h 127.0.0.1 -p "$port"; then return 0; fi
    sleep 0.1
  done
  fail "PostgreSQL did not start:" "$(tail -n 5 "$cluster/server.log")"
}

# The folder that keeps the demonstration's data between runs, and the lock that lets one run at a time use it.

# Sets data and takes the lock (file descriptor 9); the keeper shares it, so that it lasts until all is put away.
open_data_folder() {
  data=$(realpath -m -- "${PIMMS_DATA:-$repository/.data}")
  if [[ ! -d $data ]]; then
    mkdir -p -- "$data" 2>/dev/null || fail "$data cannot be made. PIMMS_DATA=/another/folder host/run keeps the data elsewhere."
    # The database's user has to pass through; the secrets in it are closed one by one.
    chmod 711 "$data"
  fi
  [[ -w $data ]] || fail "$data cannot be written by $(id -un). PIMMS_DATA=/another/folder host/run keeps the data elsewhere."
  [[ ! -e $data/lock || -w $data/lock ]] || fail "$data/lock belongs to $(stat -c %U "$data/lock"): run this as that user, or set PIMMS_DATA."
  exec 9<>"$data/lock"
  if ! flock -n 9; then
    local holder
    holder=$(cat "$data/lock")
    # Its script may be gone already, and its keeper still busy stopping what it started.
    if [[ -n $(process_birth "${holder:-0}") ]] || ! flock -w 30 9; then
      fail "host/run is running already on $data (process ${holder:-unknown})." \
        "Stop it first, or give this one a folder of its own: PIMMS_DATA=/another/folder host/run"
    fi
  fi
  echo $$ >"$data/lock"
}

# What neither the script nor its keeper could stop, because both were killed.
put_leftovers_away() {
  local pid birth
  if read -r pid birth 2>/dev/null <"$data/host.process"; then
    stop_process "$pid" "$birth" 5 TERM KILL || true
  fi
  rm -f "$data/host.process"
  put_postgres_away "$data/postgres"
}

# Chooses where the cluster lies: in the data folder, or where the database's user cannot get there (a checkout in root's
# closed home), in a system folder with a link to it.
place_cluster() {
  cluster=$data/postgres
  [[ ! -e $cluster ]] || return 0
  rm -f "$cluster"
  as_database_user test -x "$data" && return
  local elsewhere
  elsewhere=/var/lib/pimms/$(basename "$repository")-$(sha256sum <<<"$data" | cut -c 1-12)
  mkdir -p /var/lib/pimms "$elsewhere"
  say "the user that runs PostgreSQL may not enter $data: its files lie in $elsewhere"
  ln -s "$elsewhere/postgres" "$cluster"
}

delete_data() {
  say "starting afresh: deleting the database in $data/postgres$([[ ! -L $data/postgres ]] || echo " ($(readlink "$data/postgres"))")"
  if [[ -L $data/postgres ]]; then rm -rf -- "$(dirname "$(readlink "$data/postgres")")"; fi
  rm -rf -- "$data/postgres" "$data/postgres.making" "$data/postgres.log" "$data/password" "$data/environment"
}

# The real Keycloak, for tests and for host/run --keycloak: KEYCLOAK_URL (one that runs, with its administrator's password in KEYCLOAK_ADMIN_PASSWORD), else
# KEYCLOAK_HOME (an unpacked one), else the distribution's zip in ../shared/keycloak, unpacked once into .cache. KEYCLOAK_URL=none does without.

keycloak_missing=''

# Sets keycloak_home, or keycloak_missing to the reason why there is none.
find_keycloak() {
  keycloak_home='' keycloak_missing=''
  if [[ ${KEYCLOAK_URL:-} == none ]]; then keycloak_missing="KEYCLOAK_URL=none"; return 0; fi
  if [[ -n ${KEYCLOAK_URL:-} ]]; then
    [[ -n ${KEYCLOAK_ADMIN_PASSWORD:-} ]] || keycloak_missing="KEYCLOAK_ADMIN_PASSWORD is not set beside KEYCLOAK_URL"
    return 0
  fi
  if [[ -n ${KEYCLOAK_HOME:-} ]]; then
    keycloak_home=$KEYCLOAK_HOME
    [[ -x $keycloak_home/bin/kc.sh ]] || keycloak_missing="$KEYCLOAK_HOME has no bin/kc.sh"
    return 0
  fi
  local zip
  zip=$(printf '%s\n' "$repository"/../shared/keycloak/keycloak-*.zip | sort -V | tail -n 1)
  keycloak_home=$repository/.cache/$(basename "$zip" .zip)
  if [[ ! -f $zip && ! -x $keycloak_home/bin/kc.sh ]]; then keycloak_missing="neither KEYCLOAK_URL, KEYCLOAK_HOME nor ../shared/keycloak/keycloak-*.zip is there"; return 0; fi
  command -v java >/dev/null || install_packages openjdk-17-jre-headless
  unpack_keycloak "$zip"
}

# In two steps and under a lock, so that neither an interrupted run nor a second one finds half of it.
unpack_keycloak() {
  [[ ! -x $keycloak_home/bin/kc.sh ]] || return 0
  mkdir -p "$repository/.cache"
  command -v unzip >/dev/null || install_packages unzip
  (
    flock 7
    [[ ! -x $keycloak_home/bin/kc.sh ]] || exit 0
    say "unpacking $(basename "$1") into .cache (once)"
    rm -rf "$keycloak_home.making"
    unzip -q "$1" -d "$keycloak_home.making"
    mv "$keycloak_home.making/$(basename "$keycloak_home")" "$keycloak_home"
    rmdir "$keycloak_home.making"
  ) 7>"$repository/.cache/lock" 8>&- 9>&-
}

# start_keycloak FOLDER PORT [IMPORT]: begins to start it, in the background (half a minute of work, once three times as much); sets keycloak_url and
# keycloak_password. What it keeps is in memory and ends with it. With IMPORT it makes the product's realm, as it is shipped, by itself.
start_keycloak() {
  if [[ -n ${KEYCLOAK_URL:-} ]]; then
    keycloak_url=${KEYCLOAK_URL%/} keycloak_password=$KEYCLOAK_ADMIN_PASSWORD
    return 0
  fi
  local port
  port=$(free_port "$2")
  keycloak_url=http://localhost:$port keycloak_password=$(random_word) keycloak_log=$1/keycloak.log
  local settings=(
    KC_BOOTSTRAP_ADMIN_PASSWORD="$keycloak_password"
    # What the realm file leaves open.
    PIMMS_BASE_URL=http://localhost:5080 PIMMS_BACKCHANNEL_URL=http://localhost:5080
    PIMMS_WEB_CLIENT_SECRET="$(random_word)" PIMMS_ADMIN_CLIENT_SECRET="$(random_word)"
    PIMMS_SMTP_HOST=localhost PIMMS_SMTP_PORT=25 PIMMS_SMTP_FROM=pimms@localhost PIMMS_SMTP_STARTTLS=false PIMMS_SMTP_AUTH=false
    PIMMS_SMTP_USER= PIMMS_SMTP_PASSWORD=
  )
  (exec setsid env "${settings[@]}" bash "$setup/keycloak-server.sh" "$keycloak_home" "$repository/deploy/keycloak" "$port" ${3:+--import-realm}) \
    </dev/null >"$keycloak_log" 2>&1 8>&- 9>&- &
  keep group $!
  # The shell has nothing to say when it is ended.
  disown
}

# Waits until it answers.
await_keycloak() {
  local seconds
  for ((seconds = 0; seconds < 300; seconds++)); do
    if curl -sf -o /dev/null "$keycloak_url/realms/master"; then return 0; fi
    sleep 1
  done
  fail "Keycloak did not start:" "$(tail -n 15 "${keycloak_log:-/dev/null}")"
}

# For host/run: the host makes the demonstration's realm in it at its start, and takes its mails.
sign_in_with_keycloak() {
  find_keycloak
  [[ -z $keycloak_missing ]] || fail "there is no Keycloak: $keycloak_missing."
  ensure_assets
  say "starting Keycloak (half a minute; the first time longer)"
  local mail_port
  mail_port=$(free_port 15025)
  start_keycloak "$data" 8180
  await_keycloak
  # Names with a hyphen cannot be in a shell's environment.
  arguments+=(
    "--Keycloak:auth-server-url=$keycloak_url" --Keycloak:credentials:secret=pimms-web-development --Keycloak:admin:secret=pimms-admin-development
    "--Keycloak:development:password=$keycloak_password" "--Keycloak:development:mail-port=$mail_port" "--Mails:Listen=$mail_port"
  )
  say "Keycloak: $keycloak_url. The personas' names are those of the README, the password is dev; administrators and managers set up a second proof."
}

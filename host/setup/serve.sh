# Starts the host, and stays with it until it ends.

prepare_program() {
  # A read-only checkout can run what was built in it.
  [[ ! -w $repository ]] || ensure_assets
  if ! is_built; then
    say "building"
    build "$repository/host/Pimms.Host/Pimms.Host.csproj"
  fi
  command -v dotnet >/dev/null || fail "the .NET SDK is missing: install version 10 of it, then run this again."
}

# Said before anything is started: a port in use is the most common reason for a host that does not come up.
refuse_taken_ports() {
  local urls=$ASPNETCORE_URLS index url port
  for ((index = 0; index < ${#arguments[@]}; index++)); do
    case ${arguments[index]} in
      --urls=*) urls=${arguments[index]#--urls=} ;;
      --urls) urls=${arguments[index + 1]:-} ;;
      migrate | verify-journal) return 0 ;; # do their work without serving
    esac
  done
  for url in ${urls//;/ }; do
    [[ $url =~ :([0-9]+)/?$ ]] || continue
    port=${BASH_REMATCH[1]}
    if ((port > 0)) && port_is_taken "$port"; then
      fail "port $port is taken by another program." "Choose another: host/run --urls http://localhost:$((port + 1))"
    fi
  done
}

# Pages and built assets are found from the host's own folder.
exec_host() {
  cd "$repository/host/Pimms.Host" || exit
  exec dotnet "$program" "${arguments[@]}" 8>&- 9>&-
}

run_host() {
  local asked='' lost=0 code=0
  # exec keeps the process number.
  (exec_host) <&0 &
  host=$!
  echo "$host $(process_birth "$host")" >"$data/host.process"
  keep process "$host" 5 TERM KILL
  # The first request to stop goes on to the host, which ends its requests in peace.
  trap 'asked=yes; kill -s TERM "$host" 2>/dev/null || true' INT TERM HUP
  wait -n "$host" "$postgres_process" || code=$?
  if [[ -z $asked ]] && ! kill -0 "$postgres_process" 2>/dev/null; then
    say "the database has stopped, so the host stops too; host/run starts both again"
    kill -s TERM "$host" 2>/dev/null || true
    lost=1 code=1
  fi
  # A signal ends a wait early, hence the loop.
  while kill -0 "$host" 2>/dev/null; do
    wait "$host" && code=$lost || code=$?
  done
  exit "$code"
}

# A private ClamAV for tests: on loopback, with signatures of its own and nothing downloaded.

clamd_program=/usr/sbin/clamd

ensure_clamav() {
  [[ -x $clamd_program ]] || install_packages clamav-daemon
}

# start_clamav FOLDER PORT: begins to start it and sets test_clamav to its address.
start_clamav() {
  local folder=$1/clamav port
  port=$(free_port "$2")
  clamav_port=$port clamav_log=$folder/clamd.log
  mkdir -p "$folder/signatures" "$folder/work"
  # The EICAR test file, wherever it stands and whatever it stands in: the second half of it, in hexadecimal, so that no scanner minds this script.
  echo 'Pimms.Test.Eicar:0:*:4549434152{1}5354414e44415244{1}414e54495649525553{1}544553542d46494c45' >"$folder/signatures/pimms.ndb"
  printf '%s\n' "DatabaseDirectory $folder/signatures" "TCPSocket $port" 'TCPAddr 127.0.0.1' "TemporaryDirectory $folder/work" \
    'Foreground yes' 'LogVerbose no' 'StreamMaxLength 20M' 'MaxThreads 4' 'SelfCheck 0' 'ConcurrentDatabaseReload no' >"$folder/clamd.conf"
  local prefix=()
  if is_root; then
    chown -R clamav: "$folder"
    prefix=(setpriv --reuid=clamav --regid=clamav --clear-groups --)
  fi
  (cd "$folder" && exec setsid "${prefix[@]}" "$clamd_program" --config-file="$folder/clamd.conf") </dev/null >"$clamav_log" 2>&1 8>&- 9>&- &
  clamav_process=$!
  keep process "$clamav_process" 5 TERM KILL
  test_clamav=127.0.0.1:$port
}

await_clamav() {
  local tenths
  for ((tenths = 0; tenths < 600; tenths++)); do
    kill -0 "$clamav_process" 2>/dev/null || break
    if port_is_taken "$clamav_port"; then return 0; fi
    sleep 0.1
  done
  fail "ClamAV did not start:" "$(tail -n 15 "$clamav_log")"
}

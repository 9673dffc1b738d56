# A private RabbitMQ for tests: loopback only, with ports, a name and folders of its own, beside any other on the machine.

rabbitmq_program=/usr/lib/rabbitmq/bin/rabbitmq-server

ensure_rabbitmq() {
  [[ -x $rabbitmq_program ]] || install_packages rabbitmq-server
}

# As root, the user of Debian's package runs it.
set_broker_prefix() {
  prefix=()
  if is_root; then prefix=(setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups --); fi
}

# start_rabbitmq FOLDER PORT: begins to start it (some seconds of work, done while the tests are built) and sets
# test_rabbitmq to its address.
start_rabbitmq() {
  local folder=$1/rabbitmq port names peers prefix=()
  port=$(free_port "$2") names=$(free_port $((port + 1))) peers=$(free_port $((names + 1)))
  rabbitmq_port=$port rabbitmq_log=$folder/server.log
  set_broker_prefix
  mkdir -p "$folder"
  : >"$folder/enabled_plugins"
  : >"$rabbitmq_log"
  # Enough for tests: no reserve of memory or disk, and next to nothing in the log.
  printf 'disk_free_limit.absolute = 50MB\nlog.console = true\nlog.console.level = warning\nlog.file = false\n' >"$folder/rabbitmq.conf"
  if is_root; then chown -R rabbitmq: "$folder"; fi
  local settings=(
    HOME="$folder" LC_ALL=C.UTF-8
    # Erlang's directory of names, started here rather than by the broker, so that it can be stopped with it.
    ERL_EPMD_PORT="$names" ERL_EPMD_ADDRESS=127.0.0.1
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_CONFIG_FILE="$folder/rabbitmq.conf"
    RABBITMQ_NODENAME=pimms-tests@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
    RABBITMQ_NODE_PORT="$port" RABBITMQ_DIST_PORT="$peers"
    RABBITMQ_MNESIA_BASE="$folder/data" RABBITMQ_LOG_BASE="$folder/log" RABBITMQ_LOGS=-
    RABBITMQ_ENABLED_PLUGINS_FILE="$folder/enabled_plugins" RABBITMQ_PID_FILE="$folder/process"
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
  )
  (cd "$folder" && exec setsid "${prefix[@]}" env "${settings[@]}" epmd) </dev/null >/dev/null 2>&1 8>&- 9>&- &
  keep process $! 2 TERM KILL
  (cd "$folder" && exec setsid "${prefix[@]}" env "${settings[@]}" "$rabbitmq_program") \
    </dev/null >>"$rabbitmq_log" 2>&1 8>&- 9>&- &
  rabbitmq_process=$!
  # The broker runs below a script that would not pass a signal on; data that is thrown away needs no orderly end.
  keep group "$rabbitmq_process"
  # Its end is no news: without this the shell reports it after the last line.
  disown
  test_rabbitmq=amqp://guest:guest@127.0.0.1:$port
}

await_rabbitmq() {
  local tenths
  for ((tenths = 0; tenths < 900; tenths++)); do
    kill -0 "$rabbitmq_process" 2>/dev/null || break
    if port_is_taken "$rabbitmq_port"; then return 0; fi
    sleep 0.1
  done
  fail "RabbitMQ did not start:" "$(tail -n 15 "$rabbitmq_log")"
}

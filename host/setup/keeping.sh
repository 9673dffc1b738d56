# What a script starts is handed to the keeper, which puts it away when the script ends (see keeper.sh).
# File descriptor 8 is the pipe to the keeper and 9 the lock on the data folder. Whatever is started to run for long must
# be started with 8>&- 9>&-: a program that inherits them would keep the pipe open and the folder locked.

start_keeper() {
  # In a session of its own, so that Ctrl-C at the terminal does not reach it.
  exec 8> >(exec setsid bash "$setup/keeper.sh" >/dev/null)
  keeper=$!
  trap 'stop_keeper' EXIT
}

keep() { echo "$*" >&8; }

# Ends what was kept and waits until it has ended. The exit code of the script stays what it was.
stop_keeper() {
  exec 8>&-
  wait "$keeper" || true
}

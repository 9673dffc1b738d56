# Processes told apart by number and time of birth: numbers alone are used again by the system.

# Prints when a process was started (in ticks since boot); nothing when it is gone.
process_birth() {
  local line fields
  line=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  read -ra fields <<<"${line##*) }"
  # A zombie has ended already: it only waits for its parent to notice.
  [[ ${fields[0]} == Z ]] || echo "${fields[19]}"
}

# process_is PID BIRTH: that very process is still running.
process_is() { [[ -n $2 && $(process_birth "$1") == "$2" ]]; }

# stop_process PID BIRTH SECONDS SIGNAL...: sends each signal in turn, waiting so long for the process to end.
stop_process() {
  local pid=$1 birth=$2 seconds=$3 signal tenths
  for signal in "${@:4}"; do
    process_is "$pid" "$birth" || return 0
    kill -s "$signal" "$pid" 2>/dev/null || return 0
    for ((tenths = 0; tenths < seconds * 10; tenths++)); do
      process_is "$pid" "$birth" || return 0
      sleep 0.1
    done
  done
  ! process_is "$pid" "$birth"
}

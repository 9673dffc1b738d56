#!/usr/bin/env bash
# Puts everything away when the script that started it ends, in whatever way it ends, kill -9 included: the script holds
# the writing end of a pipe that this process reads, and the system closes it with the script. Each line names one thing to
# put away; the last one goes first:
#   process PID SECONDS SIGNAL...   stop it: each signal in turn, so many seconds apart
#   group PID                       kill it and whatever it started in the session of its own that it was given
#   folder PATH                     delete it
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/processes.sh"
cd /

tasks=()
while read -r kind rest; do
  if [[ $kind == process ]]; then
    read -r pid how <<<"$rest"
    birth=$(process_birth "$pid")
    rest="$pid ${birth:-gone} $how"
  fi
  tasks+=("$kind $rest")
done

for ((index = ${#tasks[@]} - 1; index >= 0; index--)); do
  read -r kind rest <<<"${tasks[index]}"
  case $kind in
    process)
      read -ra words <<<"$rest"
      stop_process "${words[@]}"
      ;;
    group) kill -s KILL -- "-$rest" 2>/dev/null ;;
    folder) rm -rf -- "$rest" ;;
  esac
done

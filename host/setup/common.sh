# Sourced by every script of the repository: where things are, and how to speak to the person at the terminal.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
setup=$repository/host/setup

# Progress goes to the error stream: what a script answers on its output stays usable by other programs.
say() { printf '==> %s\n' "$*" >&2; }

fail() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '  %s\n' "$@" >&2
  exit 1
}

is_root() { ((EUID == 0)); }

random_word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# Folders made here are passed through by the user that runs the database; what is secret is closed one by one.
umask 022

# Settings meant for some other PostgreSQL must not lead psql or the server astray.
unset "${!PG@}"

# Installs Debian packages, quietly and only when something is missing. Services that come with a package are not
# started and no system-wide database cluster is made: the scripts start private ones of their own.

as_administrator() {
  if is_root; then "$@"; else sudo "$@"; fi
}

install_packages() {
  command -v apt-get >/dev/null || fail "this system has no apt-get; please install by hand: $*"
  if ! is_root && ! command -v sudo >/dev/null; then
    fail "packages are missing and only the administrator can install them. As root, run:" "apt-get update && apt-get install $*"
  fi
  say "installing $* (Debian packages)"
  as_administrator bash -s -- "$@" <<'INSTALL' >&2 || fail "apt-get could not install: $*"
    set -euo pipefail
    export DEBIAN_FRONTEND=noninteractive
    leftovers=()
    trap 'rm -f "${leftovers[@]}"' EXIT

    # 101 is Debian's agreed answer for "do not start services now".
    policy=/usr/sbin/policy-rc.d
    if [[ ! -e $policy ]]; then
      leftovers+=("$policy")
      printf '#!/bin/sh\nexit 101\n' >"$policy"
      chmod 755 "$policy"
    fi

    clusters=/etc/postgresql-common/createcluster.d
    if [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
      mkdir -p "$clusters"
      leftovers+=("$clusters/pimms.conf")
      echo 'create_main_cluster = false' >"$clusters/pimms.conf"
    fi

    # Another installation may hold the lock for a moment: wait for it rather than fail.
    apt-get -qq -o DPkg::Lock::Timeout=300 update
    apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" </dev/null
INSTALL
}

#!/usr/bin/env bash
# keycloak-server.sh HOME SOURCES PORT [--import-realm]: builds Keycloak for a throw-away database once, lays the product's themes and realm beside it, and
# becomes the server. Its administrator's password is in the environment.
set -euo pipefail
home=$1 sources=$2 port=$3
shift 3
exec 7>"$home.lock"
flock 7
if [[ ! -f $home/pimms.built ]]; then
  "$home/bin/kc.sh" build --db=dev-mem
  touch "$home/pimms.built"
fi
rm -rf "$home/themes/pimms"
cp -r "$sources/themes/pimms" "$home/themes/pimms"
# The font comes from its package, as the platform's own.
mkdir -p "$home/themes/pimms/login/resources/fonts"
cp "$sources"/../../host/Pimms.Host/wwwroot/built/*.woff2 "$home/themes/pimms/login/resources/fonts/" 2>/dev/null || true
mkdir -p "$home/data/import"
cp "$sources/pimms-realm.json" "$home/data/import/"
exec 7>&-
export JAVA_OPTS_KC_HEAP='-Xms96m -Xmx512m' KC_BOOTSTRAP_ADMIN_USERNAME=admin
exec "$home/bin/kc.sh" start --optimized --http-enabled=true --http-host=127.0.0.1 --http-port="$port" --hostname="http://localhost:$port" --log-level=warn --cache=local "$@"

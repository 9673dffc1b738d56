# Builds, and knows cheaply when there is nothing to build.

configuration=release
program=$repository/artifacts/bin/Pimms.Host/$configuration/Pimms.Host.dll
built_at=$repository/artifacts/$configuration.stamp

ensure_sdk() {
  command -v dotnet >/dev/null || fail "the .NET SDK is missing: install version 10 of it, then run this again."
  (cd "$repository" && dotnet --version >/dev/null 2>&1) ||
    fail "no .NET SDK here fits global.json:" "$(cd "$repository" && dotnet --version 2>&1 | head -n 12)"
}

ensure_assets() {
  [[ -x $repository/host/build-assets ]] || return 0
  # Debian's own npm brings hundreds of packages along: it is installed only where there is none.
  command -v npm >/dev/null || install_packages nodejs npm
  "$repository/host/build-assets" 8>&- 9>&- >&2 || fail "the stylesheet and the script could not be built."
}

# Built, and nothing that it is made from has changed since. Folders count too: a deleted file leaves only that trace.
# The built assets are left out, since build-assets looks after them by itself and they are served from where they lie.
is_built() {
  [[ -f $program && -f $built_at ]] || return 1
  local changed
  changed=$(find "$repository"/{modules,host} "$repository"/{Directory.*,global.json,.editorconfig} \
    \( -name node_modules -o -name built -o -name bin -o -name obj -o -path "$setup" \) -prune -o \
    ! -path "$repository/host/run" ! -path "$repository/host/Pimms.Host" ! -path "$repository/host/Pimms.Host/wwwroot" \
    -newer "$built_at" -print -quit)
  [[ -z $changed ]]
}

# build PROJECT: the stamp bears the time before the build, so that a file saved meanwhile is not taken for built.
build() {
  ensure_sdk
  local began=$built_at.$$
  mkdir -p "$repository/artifacts"
  touch "$began"
  # One compiler for all projects takes half the time of one each; it would outlive this script, and is ended.
  local code=0
  (cd "$repository" && dotnet build "$1" --configuration Release --nologo --verbosity quiet -nodeReuse:false \
    -p:UseRazorBuildServer=false -p:UseSharedCompilation=true 8>&- 9>&- </dev/null >&2) || code=$?
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 8>&- 9>&- || true
  ((code == 0)) || { rm -f "$began"; fail "the build failed."; }
  mv -f "$began" "$built_at"
}

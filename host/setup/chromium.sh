# Debian's Chromium: Playwright drives it as it is, and downloads no browser of its own.

# Sets test_chromium to its program.
ensure_chromium() {
  test_chromium=$(command -v chromium || true)
  if [[ -z $test_chromium ]]; then
    install_packages chromium
    test_chromium=$(command -v chromium) || fail "the package chromium brought no program of that name."
  fi
}

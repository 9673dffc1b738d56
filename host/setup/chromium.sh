# Debian's Chromium: Playwright drives it as it is, and downloads no browser of its own. The one without a window of its own, which costs half
# as much; where a system has none, the one that people use.

# Sets test_chromium to its program.
ensure_chromium() {
  local program
  for program in chromium-headless-shell chromium; do
    command -v "$program" >/dev/null || (install_packages "$program") || continue
    if test_chromium=$(command -v "$program"); then return 0; fi
  done
  fail "neither of the packages chromium-headless-shell and chromium brought its program."
}

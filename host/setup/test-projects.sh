# Finds the test projects on the disk, runs them, and adds up what they report.

tests_passed=0 tests_failed=0 tests_skipped=0 tests_broken=0

# Prints the names of the projects that hold tests, the quick ones first; of one kind (unit, integration, browser) or of all.
test_projects() {
  local wanted=${1:-} order project name
  for order in Unit Integration ''; do
    for project in "$repository"/tests/*/*.csproj; do
      name=$(basename "$project" .csproj)
      [[ $name == *Tests && -n $(find "${project%/*}" -name '*.cs' -print -quit) ]] || continue
      case ${order:-rest}:$name in
        Unit:*UnitTests | Integration:*IntegrationTests | rest:*) ;;
        *) continue ;;
      esac
      if [[ -z $order && $name == *@(Unit|Integration)Tests ]]; then continue; fi
      if [[ -z $wanted || ${name,,} == *"${wanted,,}tests" ]]; then echo "$name"; fi
    done
  done
}

# run_test_project NAME ARGUMENT...: the counts are read from the report, since what is printed is for people and may be
# in their language.
run_test_project() {
  local name=$1 code=0 report=$test_folder/$1.json counts=''
  say "$name"
  # A test that hangs must not hold up everything else for ever.
  timeout --foreground --kill-after=20 "${PIMMS_TEST_TIMEOUT:-20m}" \
    dotnet "$repository/artifacts/bin/$name/$configuration/$name.dll" -noColor -noLogo \
    -result-ctrf "$report" "${@:2}" \
    </dev/null 8>&- 9>&- || code=$?
  [[ ! -f $report ]] || counts=$(tr -d '\n' <"$report" | grep -o '"summary" *: *{[^}]*}' || true)
  count() { local found; found=$(grep -o "\"$1\" *: *[0-9]*" <<<"$counts" | grep -o '[0-9]*$' || true); echo "${found:-0}"; }
  local passed failed skipped
  passed=$(count passed) failed=$(($(count failed) + $(count other))) skipped=$(($(count skipped) + $(count pending)))
  tests_passed=$((tests_passed + passed)) tests_failed=$((tests_failed + failed)) tests_skipped=$((tests_skipped + skipped))
  # 1: tests failed, which the counts tell. Any other end, or a failure that no count tells of, is one more failure.
  # Without a filter, a project in which nothing is found to run has lost its tests.
  if ((code == 0 && $# == 1 && passed + failed + skipped == 0)); then code=none; fi
  if [[ $code == 0 || ($code == 1 && $failed != 0) ]]; then return 0; fi
  case $code in
    none) say "$name ran no test" ;;
    124) say "$name was stopped after ${PIMMS_TEST_TIMEOUT:-20m}" ;;
    *) say "$name broke off with code $code" ;;
  esac
  tests_broken=$((tests_broken + 1))
}

# Prints the closing line; its status tells whether all is well. A project that broke off counts as one failure.
close_tests() {
  local failed=$((tests_failed + tests_broken)) skipped=''
  ((tests_skipped == 0)) || skipped=", $tests_skipped skipped"
  echo "$tests_passed passed, $failed failed$skipped"
  ((failed == 0 && tests_passed > 0))
}

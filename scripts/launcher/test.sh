# ./mingfa test: installs what the tests need where it may, runs everything, and ends with one line that counts it all.

PASSED=0 FAILED=0 SKIPPED=0
count() { PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)) SKIPPED=$((SKIPPED + $3)); }

# What only some tests need: Debian package, a file that tells it is there, what is left out without it.
test_needs() {
  cat <<'TABLE'
chromium /usr/bin/chromium tests in the browser
fonts-noto-cjk /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc Chinese text in the browser's pictures
fonts-arphic-gbsn00lp /usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf documents as PDF
fonts-arphic-uming /usr/share/fonts/truetype/arphic/uming.ttc documents as PDF
fonts-wqy-microhei /usr/share/fonts/truetype/wqy/wqy-microhei.ttc documents as PDF
pgbackrest /usr/bin/pgbackrest a restore to a point in time
postgresql-15 /usr/lib/postgresql/15/bin/postgres the suites of record and cases on Debian's PostgreSQL 15
TABLE
}

missing_packages() {
  local package file what
  while read -r package file what; do
    [ -e "$file" ] || printf '%s\n' "$package"
  done < <(test_needs)
}

# The words that make a command run as root, or failure where this user cannot.
as_root() {
  [ "$(id -u)" != 0 ] || return 0
  sudo -n true 2>/dev/null || return 1
  printf 'sudo -n '
}

install_packages() {
  local root packages=("$@")
  command -v apt-get >/dev/null && root="$(as_root)" || return 1
  step "Installing ${packages[*]}"
  # shellcheck disable=SC2086
  quietly "$WORK/apt.log" last_line $root env DEBIAN_FRONTEND=noninteractive sh -c '
    apt-get -q update; apt-get -q -y --no-install-recommends install "$@"' apt-get "${packages[@]}"
}

install_for_tests() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$1" != no ] && ! install_packages "${missing[@]}"; then
    note "mingfa: these could not be installed here$([ ! -s "$WORK/apt.log" ] || printf ' (see %s)' "$WORK/apt.log"); as root: apt-get install ${missing[*]}"
  fi
  local package file what
  while read -r package file what; do
    [ -e "$file" ] || note "mingfa: missing $package: without it $what cannot be tested"
  done < <(test_needs)
}

# Adds what surefire's reports under some folders count.
count_reports() {
  local sums
  sums="$(find "$@" -name 'TEST-*.xml' -exec grep -h -m 1 -o '<testsuite [^>]*' {} + 2>/dev/null | awk '
    function of(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { bad += of("errors") + of("failures"); skipped += of("skipped"); all += of("tests") }
    END { printf "%d %d %d", all - bad - skipped, bad, skipped }')"
  # shellcheck disable=SC2086
  count $sums
}

# One check that is not counted by a report of its own: part TITLE LOG COMMAND...
part() {
  local title="$1" log="$2"
  shift 2
  step "$title"
  if quietly "$log" last_line "$@"; then
    count 1 0 0
  else
    count 0 1 0
    show_failure "$title" "$log"
  fi
}

test_web() {
  local report="$WORK/vitest.json" log="$WORK/vitest.log"
  need_node
  need_web_packages
  rm -f "$WORK/web.built"
  need_web
  part "Workbench: types and size" "$WORK/web-check.log" npm --prefix "$ROOT/web" run check
  step "Workbench: tests"
  rm -f "$report"
  npm_in_web "$log" test -- --reporter=default --reporter=json "--outputFile.json=$report" || show_failure "The workbench's tests" "$log"
  if [ -s "$report" ]; then
    count "$(of_json numPassedTests)" "$(of_json numFailedTests)" "$(($(of_json numPendingTests) + $(of_json numTodoTests)))"
  else
    count 0 1 0
  fi
}

# What runs beside Java tests, which leave a core free.
BESIDE=
# beside LOG COMMAND...
beside() {
  local log="$1"
  shift
  setsid "$@" >"$log" 2>&1 </dev/null &
  BESIDE=$!
  trap 'kill -TERM -- "-$BESIDE" 2>/dev/null || true; interrupted' INT TERM HUP
}

# Waits for it; its exit code.
await_beside() {
  local code=0
  wait "$BESIDE" || code=$?
  BESIDE=
  trap interrupted INT TERM HUP
  return "$code"
}

# Every screen of the workbench in Chromium, with axe.
begin_screens() {
  [ ! -x /usr/bin/chromium ] || beside "$WORK/web-look.log" npm --prefix "$ROOT/web" run look -- "$WORK/screens"
}

end_screens() {
  local title="Workbench: every screen in the browser"
  step "$title"
  if [ -z "$BESIDE" ]; then
    note "mingfa: skipped: every screen in the browser (chromium is missing)"
    count 0 0 1
  elif await_beside; then
    count 1 0 0
  else
    count 0 1 0
    show_failure "$title" "$WORK/web-look.log"
  fi
}

begin_demo() {
  need_server
  # The demo first: its end records the start that the other then uses.
  beside "$WORK/test-demo.sh.log" bash -c '"$0/test-demo.sh"; code=$?; "$0/test-start.sh" >"$1" 2>&1 || code=1; exit $code' "$ROOT/scripts" "$WORK/test-start.sh.log"
}

end_demo() {
  local title="Launcher: a demo from its first start to its end"
  step "$title"
  await_beside || { show_failure "$title" "$WORK/test-demo.sh.log"; show_failure "Launcher: a server that is run for real" "$WORK/test-start.sh.log"; }
  count_script "$WORK/test-demo.sh.log"
  count_script "$WORK/test-start.sh.log"
}

of_json() { grep -o "\"$1\":[0-9]*" "$WORK/vitest.json" | head -n 1 | grep -o '[0-9]*$' || echo 0; }

# java_tests TITLE LOG ARGUMENTS...: Maven with the tests that it selects; failing tests are counted, not fatal.
java_tests() {
  local title="$1" log="$2" before=$((PASSED + FAILED)) failed=$FAILED code=0
  shift 2
  step "$title"
  find "$ROOT"/*/target/surefire-reports -name 'TEST-*.xml' -delete 2>/dev/null || true
  maven "$log" -Dmaven.test.failure.ignore=true "$@" || code=$?
  count_reports "$ROOT"/*/target/surefire-reports
  if [ "$code" != 0 ] || [ $((PASSED + FAILED)) = "$before" ]; then
    count 0 1 0
    show_failure "$title" "$log"
  elif [ "$FAILED" != "$failed" ]; then
    grep '^\[ERROR\]' "$log" | head -n 60 >&2
    note "mingfa: $title failed; the whole log is $log"
  fi
}

test_on_postgres_15() {
  if [ ! -x /usr/lib/postgresql/15/bin/postgres ]; then
    note "mingfa: skipped: record and cases on PostgreSQL 15 (postgresql-15 is missing)"
    count 0 0 1
    return
  fi
  MINGFA_TEST_PG15=1 java_tests "Java: record and cases on PostgreSQL 15" "$WORK/test-15.log" test -pl server -am \
    '-Dtest=org/mingfa/server/record/**,org/mingfa/server/cases/**' -Dsurefire.failIfNoSpecifiedTests=false
}

# script_tests TITLE SCRIPT: one that ends with its own count
script_tests() {
  local log="$WORK/$2.log"
  step "$1"
  quietly "$log" last_line "$ROOT/scripts/$2" || show_failure "$1" "$log"
  count_script "$log"
}

count_script() {
  local sums
  sums="$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p' "$1" | tail -n 1)"
  # shellcheck disable=SC2086
  count ${sums:-0 1 0}
  grep '^skipped' "$1" >&2 || true
}

test_law() {
  local library="$ROOT/../shared/data/statutes"
  if [ -d "$library" ]; then
    part "Law: packs, examples, citations" "$WORK/law.log" "$ROOT/mingfa" law check --library "$library" --also "$ROOT/server/src/main/resources"
  else
    part "Law: packs and examples" "$WORK/law.log" "$ROOT/mingfa" law check
  fi
  tail -n 1 "$WORK/law.log" >&2
}

run_tests() {
  local install=yes
  case "${1:-}" in
    "") ;;
    --no-install) install=no ;;
    *) usage "test has no option $1; ./mingfa help" ;;
  esac
  need_folder "$WORK" "Choose a clone that you may write in."
  need_jdk
  need_maven
  need_node
  install_for_tests "$install"
  script_tests "Launcher: what it says where something is missing" test-launcher.sh
  test_web
  begin_screens
  java_tests "Java: all modules" "$WORK/test.log" verify
  end_screens
  begin_demo
  test_on_postgres_15
  test_law
  end_demo
  step "Done"
  printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
  [ "$FAILED" = 0 ]
}

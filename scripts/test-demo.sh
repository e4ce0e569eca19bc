#!/usr/bin/env bash
# Runs a real demo through its life: first start, second start, stop, Ctrl-C, and the faults that only a server can meet.
# Needs ./mingfa build; ports 18091 and 18092.
set -uo pipefail

ROOT="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
BOX="$(mktemp -d)"
DATA="$BOX/data"
PORT=18091
PASSED=0 FAILED=0 SKIPPED=0
DEMO=
ACCOUNTS=

clean_up() {
  [ -z "$DEMO" ] || { kill -TERM "$DEMO" 2>/dev/null; wait "$DEMO" 2>/dev/null; }
  rm -rf "$BOX"
}
trap clean_up EXIT

# mingfa ARGUMENTS...: sets OUT, ERR and CODE
mingfa() {
  "$ROOT/mingfa" "$@" >"$BOX/out" 2>"$BOX/err" </dev/null
  CODE=$?
  OUT="$(<"$BOX/out")" ERR="$(<"$BOX/err")"
}

# Starts a demo as a job that Ctrl-C (SIGINT) can reach; waits until it is ready. Sets SECONDS_TO_READY.
start_demo() {
  local began=$SECONDS
  : >"$BOX/demo.out"
  env --default-signal=INT setsid "$ROOT/mingfa" demo --port "$PORT" --data "$DATA" >"$BOX/demo.out" 2>"$BOX/demo.err" </dev/null &
  DEMO=$!
  while ! grep -q '^Account' "$BOX/demo.out"; do
    kill -0 "$DEMO" 2>/dev/null || { echo "it ended: $(tail -n 5 "$BOX/demo.err")"; return 1; }
    [ $((SECONDS - began)) -lt 300 ] || { echo "not ready after 300 s"; return 1; }
    sleep 0.2
  done
  SECONDS_TO_READY=$((SECONDS - began))
}

server() { read -r process _ <"$DATA/running" && printf '%s' "$process"; }

# status PATH: of a GET
status() {
  (exec 9<>"/dev/tcp/127.0.0.1/$PORT" && printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&9 && read -r -t 5 _ code _ <&9 && printf '%s' "$code") 2>/dev/null
}

expect() { [ "$1" = "$2" ] || { printf '%s, expected %s\n' "$1" "$2"; return 1; }; }
expect_said() { [[ "$ERR" == *"$1"* ]] || { printf 'did not say: %s\nbut: %s\n' "$1" "$ERR"; return 1; }; }
one_line() { [ "$(grep -c '^mingfa:' "$BOX/err")" = 1 ] || { printf 'not one line: %s\n' "$ERR"; return 1; }; }

check_loads_the_city_and_prints_an_account_for_each_role() {
  start_demo || return 1
  ACCOUNTS="$(grep -E '^[a-z-]+ +[a-z0-9]{14} ' "$BOX/demo.out")"
  expect "$(wc -l <<<"$ACCOUNTS")" 13
}

check_serves_the_workbench_and_the_portal() {
  expect "$(status /)" 200 && expect "$(status /app/sign-in)" 200 && expect "$(status /public)" 200
}

check_listens_on_loopback_only() {
  local elsewhere
  elsewhere="$(ss -Hltn | awk -v port=":$PORT\$" '$4 ~ port && $4 !~ /^(127\.|\[::ffff:127\.|\[::1\])/ { print $4 }')"
  expect "$elsewhere" ""
}

check_keeps_its_files_from_other_users() {
  expect "$(stat -c %a "$DATA/server.log" "$DATA/demo-accounts.txt" | sort -u)" 600
}

check_says_where_it_runs_already() {
  mingfa demo --data "$DATA" --port 18092
  expect "$CODE" 0 && expect_said "runs already" && [[ "$OUT" == *"http://127.0.0.1:$PORT/"* ]]
}

check_shows_the_accounts_again() {
  mingfa demo --accounts --data "$DATA"
  expect "$CODE" 0 && expect "$(grep -E '^[a-z-]+ +[a-z0-9]{14} ' <<<"$OUT")" "$ACCOUNTS"
}

# Every role in the browser, from a lead to the public page; pictures of a step that fails stay in target/launcher/walk.
check_a_newcomer_walks_from_lead_to_archive() {
  [ -x /usr/bin/chromium ] || return 77
  mkdir -p "$ROOT/target/launcher/walk"
  WALK_PICTURES="$ROOT/target/launcher/walk" node "$ROOT/web/scripts/walk.mjs" "http://127.0.0.1:$PORT" "$DATA/demo-accounts.txt" && return 0
  grep -E '"level":"(ERROR|WARN)"' "$DATA/server.log" | tail -n 5 | cut -c 1-2000
  return 1
}

check_stays_below_512_MiB() {
  local kib
  kib="$(awk '/^VmHWM/ { print $2 }' "/proc/$(server)/status")"
  [ "$kib" -lt $((512 * 1024)) ] || { echo "$((kib / 1024)) MiB"; return 1; }
}

check_verifies_the_record() {
  mingfa verify --data "$DATA"
  # Twenty-three of the city, and two that the newcomer has walked.
  expect "$CODE" 0 && [[ "$OUT" =~ ^practice\ city:.*$'\n'cases\ (23|25),\ entries\ [0-9]+,\ broken\ 0$ ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
}

# Skipped (77) without a browser.
check_shows_public_pages_to_everybody() {
  [ -x /usr/bin/chromium ] || return 77
  (source "$ROOT/scripts/launcher/say.sh" && source "$ROOT/scripts/launcher/tools.sh" && need_node \
    && node "$ROOT/web/scripts/portal.mjs" "http://127.0.0.1:$PORT")
}

check_ends_in_order_on_ctrl_c() {
  local process
  process="$(server)"
  kill -INT "$DEMO"
  wait "$DEMO"
  expect $? 0 || return 1
  DEMO=
  kill -0 "$process" 2>/dev/null && { echo "the server still runs"; return 1; }
  ! grep -qsF "$DATA" /proc/[0-9]*/cmdline || { echo "something still runs in $DATA"; return 1; }
}

check_starts_again_in_seconds_with_all_data() {
  start_demo || return 1
  expect "$(grep -E '^[a-z-]+ +[a-z0-9]{14} ' "$BOX/demo.out")" "$ACCOUNTS" || return 1
  [ "$SECONDS_TO_READY" -le 60 ] || { echo "took $SECONDS_TO_READY s"; return 1; }
}

check_loses_no_letter_when_it_is_killed_in_a_save() {
  [ -x /usr/bin/chromium ] || return 77
  local browser
  mkdir -p "$ROOT/target/launcher/walk"
  WALK_PICTURES="$ROOT/target/launcher/walk" node "$ROOT/web/scripts/killed.mjs" "http://127.0.0.1:$PORT" "$DATA/demo-accounts.txt" "$(server)" "$BOX" &
  browser=$!
  until [ -e "$BOX/killed" ]; do
    kill -0 "$browser" 2>/dev/null || { wait "$browser"; return; }
    sleep 0.2
  done
  wait "$DEMO"
  start_demo || { kill "$browser"; return 1; }
  touch "$BOX/back"
  wait "$browser"
}

check_stops_from_another_terminal() {
  mingfa stop --data "$DATA"
  expect "$CODE" 0 && expect_said "the data stays in $DATA" || return 1
  wait "$DEMO"
  DEMO=
}

check_says_that_the_database_cannot_be_reached() {
  MINGFA_DATABASE_USER=mingfa MINGFA_DATABASE_PASSWORD=x mingfa demo --data "$BOX/far" --port "$PORT" --database postgresql://127.0.0.1:1/mingfa
  expect "$CODE" 3 && one_line && expect_said "Cannot reach the database" && expect_said "MINGFA_DATABASE_URL"
}

check_refuses_data_of_another_version() {
  echo 12 >"$DATA/postgres/cluster/PG_VERSION"
  mingfa demo --data "$DATA" --port "$PORT"
  expect "$CODE" 3 && one_line && expect_said "was made by PostgreSQL 12"
}

for name in loads_the_city_and_prints_an_account_for_each_role serves_the_workbench_and_the_portal listens_on_loopback_only \
  keeps_its_files_from_other_users says_where_it_runs_already shows_the_accounts_again a_newcomer_walks_from_lead_to_archive \
  shows_public_pages_to_everybody stays_below_512_MiB verifies_the_record \
  ends_in_order_on_ctrl_c starts_again_in_seconds_with_all_data loses_no_letter_when_it_is_killed_in_a_save stops_from_another_terminal verifies_the_record \
  says_that_the_database_cannot_be_reached refuses_data_of_another_version; do
  code=0
  "check_$name" >"$BOX/said" 2>&1 || code=$?
  case "$code" in
    0) PASSED=$((PASSED + 1)) ;;
    77) SKIPPED=$((SKIPPED + 1)) && printf 'skipped: %s (chromium is missing)\n' "$name" ;;
    *) FAILED=$((FAILED + 1)) && printf 'FAILED: %s\n' "$name" && sed 's/^/  /' "$BOX/said" ;;
  esac
done
printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
[ "$FAILED" = 0 ]

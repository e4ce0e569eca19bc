# demo: the server with the invented city, watched over by the launcher until Ctrl-C.

# Starts the server in the background, deaf to Ctrl-C: the launcher passes that on as an orderly end.
launch() {
  local words
  RECORDING="AOTCache=$APP/server.aot"
  [ -f "$APP/server.aot" ] || RECORDING="AOTCacheOutput=$APP/server.aot.part"
  mapfile -d '' -t words < <(server_command "$@")
  MALLOC_ARENA_MAX=2 setsid "${words[@]}" </dev/null >>"$DATA/server.log" 2>"$DATA/server.err" &
  SERVER=$!
  printf '%s %s\n' "$SERVER" "$PORT" >"$DATA/running"
  trap stop_server INT TERM HUP
}

# The first signal stops the server; one more, once it answers no longer, also ends the recording of its first start.
STOPPING=
stop_server() {
  if [ -n "$STOPPING" ]; then
    port_answers "$PORT" || kill -KILL "$SERVER" 2>/dev/null || true
    return
  fi
  STOPPING=yes
  finish_line
  note ""
  step "Stopping$([ -f "$APP/server.aot" ] || printf '; the first time this also records what makes later starts faster')"
  kill -TERM "$SERVER" 2>/dev/null || true
}

# Waits until the server answers; says in one line why if it ends before.
await_ready() {
  local from="$1"
  while [ "$(http_status /actuator/health/readiness)" != 200 ]; do
    kill -0 "$SERVER" 2>/dev/null || { not_started "$from"; return 1; }
    tick "$(loading_detail "$from")"
    sleep 0.3
  done
}

not_started() {
  rm -f "$DATA/running"
  [ -z "$STOPPING" ] || return 0
  local why
  why="$(reason_of "$DATA/server.err")"
  [ -z "$why" ] || fail "$why"
  why="$(tail -c "+$(($1 + 1))" "$DATA/server.log" | error_in_log)"
  [[ "$why" != *"Migrations have failed validation"* ]] \
    || fail "The data in $DATA was made by another version of Mingfa. Start that version, or choose another folder with --data DIR."
  [ -n "$why" ] || tail -n 20 "$DATA/server.err" >&2
  fail "The server did not start${why:+: $why}. See $DATA/server.log and server.err"
}

# The last error of a JSON log: its message and the end of the first line of its trace, where the innermost cause is.
error_in_log() {
  sed -n '/"level":"ERROR"/ { s/.*"message":"\([^"]*\)".*"stack_trace":"\([^\\"]*\).*/\1: \2/p; }' | tail -n 1 | sed 's/^\(.\{20\}\).*\(.\{240\}\)$/\1 … \2/'
}

# The file `loading` stands in a new data folder until its city is loaded: what broke off on the way begins anew.
# The server shows the accounts when it has loaded everything.
mend_loading() {
  if [ -e "$DATA/loading" ] && grep -qs '^演示账号' "$DATA/server.log"; then
    rm -f "$DATA/loading"
  fi
  if [ -e "$DATA/loading" ]; then
    [ -z "${MINGFA_DATABASE_URL:-}" ] || fail "The invented city was loaded only in part. Drop and create that database, remove $DATA/loading, then start again."
    step "The city was loaded only in part the last time; beginning anew"
    rm -rf "$DATA/postgres" "$DATA/demo-accounts.txt" "$DATA/server.log"
  fi
  [ -e "$DATA/postgres" ] || [ -e "$DATA/demo-accounts.txt" ] || { rm -f "$DATA/server.log" && touch "$DATA/loading"; }
}

# What the server said last about loading the city, from byte $1 of its log on.
loading_detail() {
  local said
  said="$(tail -c "+$(($1 + 1))" "$DATA/server.log" | grep '^演示数据：' | tail -n 1 || true)"
  printf '%s' "${said:-waiting for its answer}"
}

# Stays until the server ends; a signal first stops it.
await_end() {
  local code=0
  while kill -0 "$SERVER" 2>/dev/null; do
    code=0
    wait "$SERVER" || code=$?
  done
  rm -f "$DATA/running"
  if [ -n "$STOPPING" ] || [ "$code" = 143 ]; then
    [ "$code" != 143 ] || keep_recording || true
    step "Stopped; the data stays in $DATA"
    exit 0
  fi
  note "mingfa: the server ended by itself (exit code $code); see $DATA/server.log and server.err"
  exit 1
}

run_demo() {
  local accounts= words=() word from
  for word in "$@"; do
    if [ "$word" = --accounts ]; then accounts=yes; else words+=("$word"); fi
  done
  server_options demo "${words[@]}"
  [ -n "$DATA" ] || DATA="$ROOT/.mingfa/demo${MINGFA_DATABASE_URL:+-database}"
  if [ -n "$accounts" ]; then
    show_accounts
    return
  fi
  if is_running; then
    step "It runs already (process $SERVER)"
    show_accounts
    return
  fi
  prepare_server demo
  umask 077   # the log of a first start shows the accounts
  mend_loading
  touch "$DATA/server.log"
  from="$(wc -c <"$DATA/server.log")"
  step "Starting the server, its data in $DATA"
  launch --mingfa.practice=true --server.address=127.0.0.1
  await_ready "$from" || await_end
  rm -f "$DATA/loading"
  step "Ready; Ctrl-C stops it and keeps the data"
  show_accounts
  await_end
}

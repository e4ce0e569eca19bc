# serve, stop and what demo shares with them: one server per data folder, found again by the file `running` in it (process, port).

readonly FIRST_ROOM=400   # MiB: PostgreSQL unpacked, a new cluster, the invented city
readonly LATER_ROOM=60

# Resident memory stays below 512 MiB (docs/performance.md): these flags are what it was measured with.
# The limit of metaspace also bounds what a recorded start may hold: 160 MB were too little after a long session.
JVM_SERVER=(-Xms64m -Xmx176m -Xmn44m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=5000 -XX:MaxMetaspaceSize=320m -XX:ReservedCodeCacheSize=64m -Xss512k
  -XX:MaxDirectMemorySize=32m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8
  -Xlog:disable -Xlog:all=error:stderr)

SERVER=    # process of the server that this launcher started
PORT=8080
DATA=
SETTINGS=()

# Options of demo and serve; relative paths are the caller's.
server_options() {
  local command="$1"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --port | --data | --database) [ $# -gt 1 ] || usage "$1 needs a value; ./mingfa help"; set_option "$1" "$2"; shift 2 ;;
      --port=* | --data=* | --database=*) set_option "${1%%=*}" "${1#*=}"; shift ;;
      --mingfa.data=*) set_option --data "${1#*=}"; shift ;;
      --server.port=*) set_option --port "${1#*=}"; shift ;;
      --*=*) [ "$command" = serve ] || usage "$command has no option $1; ./mingfa help"; SETTINGS+=("$1"); shift ;;
      *) usage "$command has no option $1; ./mingfa help" ;;
    esac
  done
}

set_option() {
  case "$1" in
    --port) [[ "$2" =~ ^[0-9]+$ ]] && [ "$2" -ge 1 ] && [ "$2" -le 65535 ] || usage "--port $2 is not a port: give a number from 1 to 65535"; PORT="$2" ;;
    --data) [ -n "$2" ] || usage "--data needs a folder"; DATA="$(readlink -m "$2")" ;;
    --database) [ -n "$2" ] || usage "--database needs an address"; export MINGFA_DATABASE_URL="$2" ;;
  esac
}

# Whether the server of this data folder runs; then sets SERVER and PORT.
is_running() {
  local process port
  [ -r "$DATA/running" ] && read -r process port <"$DATA/running" || return 1
  grep -qsF -e "--mingfa.data=$DATA" -e "--mingfa.settings=" "/proc/$process/cmdline" || return 1
  SERVER="$process" PORT="$port"
}

port_answers() { (exec 9<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

need_port() {
  port_answers "$PORT" || return 0
  local owner
  owner="$(ss -Hltnp "sport = :$PORT" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ by \1 (process \2)/p' | head -n 1)"
  fail "Port $PORT is taken$owner. Stop that, or choose another: ./mingfa $1 --port $((PORT + 1))"
}

need_data_folder() {
  need_folder "$DATA" "Choose another with --data DIR."
  if [ -n "${MINGFA_DATABASE_URL:-}" ] || [ -d "$DATA/postgres/cluster" ]; then
    need_room "$DATA" "$LATER_ROOM" "Make room, or choose another folder with --data DIR."
  else
    need_room "$DATA" "$FIRST_ROOM" "Make room, or choose another folder with --data DIR."
  fi
}

# Status of a GET on this machine, empty if nothing answers.
http_status() {
  (exec 9<>"/dev/tcp/127.0.0.1/$PORT" && printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" "$PORT" >&9 \
    && read -r -t 5 _ status _ <&9 && printf '%s' "$status") 2>/dev/null || true
}

# The server's own line on why it did not start, in the launcher's words.
reason_of() {
  sed -n 's/^mingfa: //p' "$1" | tail -n 1 | sed 's/--mingfa\.data=FOLDER/--data DIR/; s/--server\.port=NUMBER/--port NUMBER/'
}

RECORDING=   # the JVM's option for the recorded start: read it, or record this one

server_command() {
  printf '%s\0' "$JAVA_HOME/bin/java" "${JVM_SERVER[@]}" "-XX:$RECORDING" -jar "$APP"/mingfa-server-*.jar \
    "--mingfa.data=$DATA" "--server.port=$PORT" "--spring.web.resources.static-locations=file:$ROOT/web/dist/,classpath:/static/" "$@"
}

prepare_server() {
  local command="$1"
  need_port "$command"
  need_data_folder
  need_jdk
  need_server
  need_web
  need_port "$command"
}

run_serve() {
  DATA="${MINGFA_DATA:-$ROOT/.mingfa/data}"
  server_options serve "$@"
  is_running && fail "It runs already at http://127.0.0.1:$PORT (process $SERVER). Stop it with ./mingfa stop --data $DATA"
  prepare_server serve
  local words
  RECORDING="AOTCache=$APP/server.aot"
  mapfile -d '' -t words < <(server_command "${SETTINGS[@]}")
  step "Starting the server on port $PORT, its data in $DATA"
  printf '%s %s\n' $$ "$PORT" >"$DATA/running"
  MALLOC_ARENA_MAX=2 exec "${words[@]}"
}

run_stop() {
  local folder found= folders=("$ROOT/.mingfa/demo" "$ROOT/.mingfa/demo-database" "${MINGFA_DATA:-$ROOT/.mingfa/data}")
  server_options stop "$@"
  [ -z "$DATA" ] || folders=("$DATA")
  for folder in "${folders[@]}"; do
    DATA="$folder"
    is_running || continue
    found=yes
    step "Stopping the server at http://127.0.0.1:$PORT (process $SERVER)"
    kill -TERM "$SERVER"
    await_gone || fail "Process $SERVER has not ended after three minutes. Look into $DATA/server.log; kill -9 $SERVER ends it, and nothing acknowledged is lost."
    step "Stopped; the data stays in $DATA"
  done
  [ -n "$found" ] || note "mingfa: nothing runs here"
}

await_gone() {
  local i
  for ((i = 0; i < 900; i++)); do
    kill -0 "$SERVER" 2>/dev/null || return 0
    tick "waiting for it to end"
    sleep 0.2
  done
  return 1
}

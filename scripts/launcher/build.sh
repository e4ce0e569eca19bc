# How parts are built. A part is built when the list of its sources (path, size, time) differs from the last build's.

readonly ROOM_TO_BUILD=1000   # MiB: jars, the server unpacked, node_modules
CHILD=                       # process group of what runs in the background

# The state of some files and folders, relative to the clone.
fingerprint() {
  (cd "$ROOT" && find "$@" -type f -printf '%p %s %T@\n' 2>/dev/null || true) | LC_ALL=C sort | sha256sum | cut -c 1-16
}

is_built() { [ -f "$WORK/$1.built" ] && [ "$(<"$WORK/$1.built")" = "$2" ]; }

# One build at a time in a clone; the next one waits and then finds its work done.
lock_builds() {
  need_folder "$WORK" "Choose a clone that you may write in."
  need_room "$WORK" "$ROOM_TO_BUILD" "Make room, or clone to another disk."
  exec {BUILD_LOCK}>"$WORK/lock"
  flock -n "$BUILD_LOCK" || { step "Waiting for another build in this clone"; flock "$BUILD_LOCK"; }
}

unlock_builds() { exec {BUILD_LOCK}>&-; }

stop_child() { [ -z "$CHILD" ] || kill -TERM -- "-$CHILD" 2>/dev/null || true; }
interrupted() {
  stop_child
  finish_line
  note "mingfa: interrupted"
  exit 130
}
trap interrupted INT TERM HUP

# quietly LOG DETAIL COMMAND...: runs it with its output in LOG, showing meanwhile what `DETAIL LOG` prints; its exit code.
quietly() {
  local log="$1" detail="$2" code=0
  shift 2
  setsid "$@" >"$log" 2>&1 </dev/null &
  CHILD=$!
  while kill -0 "$CHILD" 2>/dev/null; do
    tick "$("$detail" "$log")"
    sleep 0.2
  done
  wait "$CHILD" || code=$?
  CHILD=
  finish_line
  return "$code"
}

last_line() { tail -n 1 "$1" 2>/dev/null | tr -d '\r' | cut -c 1-120; }

maven_detail() {
  local module fetched
  module="$(grep -o 'Building Mingfa [^:]*' "$1" 2>/dev/null | tail -n 1 | sed 's/ *0\.1\.0.*//; s/^Building Mingfa //')"
  fetched="$(grep -c 'Downloaded from' "$1" 2>/dev/null || true)"
  printf '%s%s' "${module:-reading}" "$([ "${fetched:-0}" = 0 ] || printf ', %s files fetched' "$fetched")"
}

# Says why something failed: a full disk in one line, else the end of its log.
show_failure() {
  local what="$1" log="$2" full
  if full="$(full_place)" || { grep -q 'No space left on device\|ENOSPC' "$log" && full="$ROOT"; }; then
    fail "$what stopped because the disk of $full is full. Make room there and run it again."
  fi
  tail -n 40 "$log" >&2
  note "mingfa: $what failed; above are the last lines of $log"
}

# maven LOG ARGUMENTS...; MINGFA_MAVEN_ARGS may add some, such as -o
maven() {
  local log="$1"
  shift
  # shellcheck disable=SC2086
  quietly "$log" maven_detail "$MAVEN" -B -Dstyle.color=never -f "$ROOT/pom.xml" ${MINGFA_MAVEN_ARGS:-} "$@"
}

build_java() {
  local what="$1"
  shift
  need_jdk
  need_maven
  step "Building $what (the first time Maven fetches its libraries)"
  maven "$WORK/$what.log" -Dmaven.test.skip=true "$@" || { show_failure "Building $what" "$WORK/$what.log"; exit "$CANNOT"; }
}

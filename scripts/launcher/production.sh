# start, check, migrate, account, backup, restore: a server that is run for real, by a settings file.

SETTINGS_FILE=
WORDS=()

# Takes --settings FILE out of the words of a command; the others stay in WORDS.
settings_option() {
  local command="$1"
  shift
  WORDS=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --settings) [ $# -gt 1 ] || usage "--settings needs a file; ./mingfa help"; SETTINGS_FILE="$(readlink -m "$2")"; shift 2 ;;
      --settings=*) SETTINGS_FILE="$(readlink -m "${1#*=}")"; shift ;;
      *) WORDS+=("$1"); shift ;;
    esac
  done
  [ -n "$SETTINGS_FILE" ] || usage "$command needs --settings FILE; docs/mingfa.example.yaml is one to copy"
}

# As a service the program is built by its administrator, not by the service, which may not write there.
need_built() {
  need_jdk
  need_server
  [ "${1:-}" != workbench ] || need_web
}

run_start() {
  settings_option start "$@"
  [ ${#WORDS[@]} = 0 ] || usage "start has no option ${WORDS[0]}; what else there is to set goes into the settings file"
  need_built workbench
  umask 027
  MALLOC_ARENA_MAX=2 exec "$JAVA_HOME/bin/java" "${JVM_SERVER[@]}" "-XX:AOTCache=$APP/server.aot" -jar "$APP"/mingfa-server-*.jar \
    "--mingfa.settings=$SETTINGS_FILE" "--spring.web.resources.static-locations=file:$ROOT/web/dist/,classpath:/static/"
}

# A program of the server's jar other than the server: CLASS WORDS...
run_beside() {
  local class="$1"
  shift
  need_built
  exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 \
    -cp "$(printf '%s' "$APP"/mingfa-server-*.jar)" "$class" "--mingfa.settings=$SETTINGS_FILE" "$@"
}

run_check() {
  settings_option check "$@"
  run_beside org.mingfa.server.checking.Check "${WORDS[@]}"
}

# Options of backup and restore, as their programs take them; paths are the caller's.
backup_words() {
  local command="$1" word
  shift
  PROGRAM=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --to | --from | --key) [ $# -gt 1 ] || usage "$1 needs a path"; PROGRAM+=("$1=$(readlink -m "$2")"); shift 2 ;;
      --to=* | --from=* | --key=*) PROGRAM+=("${1%%=*}=$(readlink -m "${1#*=}")"); shift ;;
      --set) [ $# -gt 1 ] || usage "--set needs the name of a backup"; PROGRAM+=("--set=$2"); shift 2 ;;
      --set=* | --drill) PROGRAM+=("$1"); shift ;;
      *) usage "$command has no option $1; ./mingfa help" ;;
    esac
  done
}

run_backup() {
  settings_option backup "$@"
  backup_words backup "${WORDS[@]}"
  run_beside org.mingfa.server.backup.BackupProgram "${PROGRAM[@]}"
}

run_restore() {
  settings_option restore "$@"
  backup_words restore "${WORDS[@]}"
  run_beside org.mingfa.server.backup.RestoreProgram "${PROGRAM[@]}"
}

run_migrate() {
  settings_option migrate "$@"
  run_beside org.mingfa.server.operation.database.Migrate "${WORDS[@]}"
}

run_account() {
  settings_option account "$@"
  [ ${#WORDS[@]} = 2 ] && [ "${WORDS[0]}" = reset ] || usage "account takes reset LOGIN; ./mingfa help"
  run_beside org.mingfa.server.access.AccountProgram "--login=${WORDS[1]}"
}

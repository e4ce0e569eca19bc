# verify: whether the record in a data folder or database is as it was written; its server may run or not.

# verify takes --case ID besides the options that say where the data is.
run_verify() {
  local words=() word="" case_id=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --case) [ $# -gt 1 ] || usage "--case needs the id of a case, as in its address"; case_id=("--case=$2"); shift 2 ;;
      --case=*) case_id=("$1"); shift ;;
      *) words+=("$1"); shift ;;
    esac
  done
  server_options verify "${words[@]}"
  [ -n "$DATA" ] || find_data
  need_jdk
  need_server
  exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 \
    -cp "$(printf '%s' "$APP"/mingfa-server-*.jar)" org.mingfa.server.verification.Verify "--mingfa.data=$DATA" "${case_id[@]}"
}

# The folder of this clone whose server runs, or else the one that has data.
find_data() {
  local folder folders=("$ROOT/.mingfa/demo" "$ROOT/.mingfa/demo-database" "${MINGFA_DATA:-$ROOT/.mingfa/data}")
  for folder in "${folders[@]}"; do
    DATA="$folder"
    ! is_running || return 0
  done
  for folder in "${folders[@]}"; do
    DATA="$folder"
    [ ! -d "$DATA/postgres/cluster" ] || return 0
  done
}

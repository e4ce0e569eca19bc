# Commands without a server: due, law, audit, identity, discretion, bench. Standard output, options and exit codes are the program's own.

# run_cli HEAP COMMAND ARGUMENTS...; -Xlog:disable because the JVM would warn about its own cache on standard output
run_cli() {
  local heap="$1"
  shift
  need_jdk
  need_cli
  MINGFA_LAW="${MINGFA_LAW:-$ROOT/law}" exec "$JAVA_HOME/bin/java" "-Xmx$heap" "${JVM_CLI[@]}" \
    "-XX:AOTCache=$WORK/cli.aot" -Xlog:disable \
    --sun-misc-unsafe-memory-access=allow -cp "$CLI_JARS/*" org.mingfa.cli.Main "$@"
}

run_due() {
  JVM_CLI=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
  run_cli 64m due "$@"
}

run_law() {
  JVM_CLI=(-XX:+UseSerialGC)
  run_cli 512m law "$@"
}

run_audit() {
  JVM_CLI=(-XX:+UseSerialGC)
  run_cli 256m audit "$@"
}

run_identity() {
  JVM_CLI=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
  run_cli 128m identity "$@"
}

run_discretion() {
  JVM_CLI=(-XX:+UseSerialGC)
  run_cli 768m discretion "$@"
}

# The benchmarks: an own program that starts the server's jar by itself, with the flags that demo and serve use
# and the recorded start that they use.
run_bench() {
  need_jdk
  need_server
  train_server
  need_bench
  [ "${1:-}" != screens ] || need_web
  MINGFA_BENCH_ROOT="$ROOT" MINGFA_BENCH_APP="$APP" MINGFA_BENCH_JVM="${JVM_SERVER[*]} -XX:AOTCache=$APP/server.aot" exec "$JAVA_HOME/bin/java" \
    -Xmx1500m -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -Xlog:disable \
    -cp "$BENCH_JARS/*:$APP/*:$APP/lib/*" org.mingfa.bench.Main "$@"
}

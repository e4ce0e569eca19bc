# Commands without a server: due, law, audit, bench. Standard output, options and exit codes are the program's own.

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
  JVM_CLI=(-XX:+UseParallelGC)
  run_cli 256m audit "$@"
}

run_bench() {
  [ -f "$ROOT/bench/pom.xml" ] || fail "This version has no benchmarks yet (the folder bench/ is missing)."
  [ -x "$ROOT/bench/run" ] || fail "bench/run is missing; see docs/performance.md."
  need_jdk
  need_maven
  export MAVEN
  exec "$ROOT/bench/run" "$@"
}

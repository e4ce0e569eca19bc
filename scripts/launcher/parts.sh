# What is built: the commands without a server, the server, the workbench.

# The commands that need no server, as jars in one folder.
CLI_JARS="$WORK/cli"
need_cli() {
  local now part="$WORK/cli.part"
  now="$(fingerprint pom.xml core/pom.xml core/src/main cli/pom.xml cli/src/main)"
  if is_built cli "$now"; then return 0; fi
  lock_builds
  if ! is_built cli "$now"; then
    rm -rf "$part"
    build_java commands -pl cli -am package dependency:copy-dependencies \
      -DincludeScope=runtime "-DoutputDirectory=$part"
    cp "$ROOT"/cli/target/mingfa-cli-*.jar "$part/"
    rm -rf "$CLI_JARS"
    mv "$part" "$CLI_JARS"
    train_cli
    printf '%s' "$now" >"$WORK/cli.built"
  fi
  unlock_builds
}

# Records a run, so that later ones start with their classes loaded (an AOT cache; without it they are only slower).
train_cli() {
  local log="$WORK/train.log"
  rm -f "$WORK/cli.aot"
  MINGFA_LAW="$ROOT/law" quietly "$log" last_line "$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$WORK/cli.aot" -XX:+UseSerialGC \
    -cp "$CLI_JARS/*" org.mingfa.cli.Main due 2026-09-23 7 wd --explain \
    || note "mingfa: no start-up cache could be made (see $log); the commands work without it"
}

# Sets APP to the folder of the server, unpacked so that it starts faster; a running one keeps its own.
need_server() {
  local now
  now="$(fingerprint pom.xml core/pom.xml core/src/main server/pom.xml server/src/main docs/settings.md law)"
  APP="$WORK/server-$now"
  if is_built server "$now"; then return 0; fi
  lock_builds
  if ! is_built server "$now"; then
    build_java server -pl server -am package
    rm -rf "$APP" "$WORK/server.part"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$ROOT"/server/target/mingfa-server-*.jar \
      extract --destination "$WORK/server.part" >"$WORK/unpack.log" 2>&1 \
      || { show_failure "Unpacking the server" "$WORK/unpack.log"; exit "$CANNOT"; }
    mv "$WORK/server.part" "$APP"
    printf '%s' "$now" >"$WORK/server.built"
    remove_old_servers
  fi
  unlock_builds
}

# Records a start on a database that is thrown away, so that later ones take half the time (an AOT cache). A demo
# records its own first start instead.
train_server() {
  [ ! -f "$APP/server.aot" ] || return 0
  local log="$WORK/train-server.log" data="$WORK/train"
  step "Recording a start, so that later ones are faster"
  rm -rf "$data"
  quietly "$log" no_detail env -u MINGFA_DATABASE_URL "$JAVA_HOME/bin/java" "${JVM_SERVER[@]}" "-XX:AOTCacheOutput=$APP/server.aot.part" \
    -Dspring.context.exit=onRefresh -jar "$APP"/mingfa-server-*.jar "--mingfa.data=$data" || true
  remove_database "$data"
  keep_recording || note "mingfa: no start could be recorded (see $log); the server works without it"
}

# Its PostgreSQL stops a moment after the JVM that it belonged to, and may still be writing.
remove_database() {
  local tries
  for tries in {1..100}; do
    rm -rf "$1" 2>/dev/null && return 0
    sleep 0.1
  done
  note "mingfa: $1 could not be removed; it is not needed any more"
}

# A recording counts once it is whole.
keep_recording() { mv "$APP/server.aot.part" "$APP/server.aot" 2>/dev/null; }

no_detail() { printf 'this takes about as long as a start'; }

remove_old_servers() {
  local folder
  for folder in "$WORK"/server-*/; do
    [ "$folder" = "$APP/" ] || grep -qsF "${folder%/}" /proc/[0-9]*/cmdline || rm -rf "$folder"
  done
}

# The benchmarks and what only they need; the server's jars they take from APP.
BENCH_JARS="$WORK/bench"
need_bench() {
  local now part="$WORK/bench.part"
  now="$(fingerprint pom.xml core/pom.xml core/src/main server/pom.xml server/src/main bench/pom.xml bench/src/main)"
  if is_built bench "$now"; then return 0; fi
  lock_builds
  if ! is_built bench "$now"; then
    rm -rf "$part"
    build_java benchmarks -pl bench -am package dependency:copy-dependencies \
      -DincludeGroupIds=org.openjdk.jmh,net.sf.jopt-simple,org.apache.commons "-DoutputDirectory=$part"
    cp "$ROOT"/bench/target/mingfa-bench-*.jar "$part/"
    rm -rf "$BENCH_JARS"
    mv "$part" "$BENCH_JARS"
    printf '%s' "$now" >"$WORK/bench.built"
  fi
  unlock_builds
}

npm_in_web() { quietly "$1" last_line npm --prefix "$ROOT/web" "${@:2}"; }

need_web_packages() {
  local now
  now="$(fingerprint web/package-lock.json web/package.json web/.npmrc)"
  if is_built packages "$now" && [ -d "$ROOT/web/node_modules" ]; then return 0; fi
  need_node
  step "Fetching the workbench's packages"
  npm_in_web "$WORK/npm.log" ci || { show_failure "npm ci" "$WORK/npm.log"; exit "$CANNOT"; }
  printf '%s' "$now" >"$WORK/packages.built"
}

# The workbench in web/dist.
need_web() {
  local now
  now="$(fingerprint web/package-lock.json web/package.json web/index.html web/vite.config.ts web/tsconfig.json web/src web/public)"
  if is_built web "$now" && [ -f "$ROOT/web/dist/index.html" ]; then return 0; fi
  lock_builds
  if ! is_built web "$now" || [ ! -f "$ROOT/web/dist/index.html" ]; then
    need_node
    need_web_packages
    step "Building the workbench"
    npm_in_web "$WORK/web.log" run build || { show_failure "Building the workbench" "$WORK/web.log"; exit "$CANNOT"; }
    printf '%s' "$now" >"$WORK/web.built"
  fi
  unlock_builds
}

run_build() {
  [ $# -eq 0 ] || usage "build takes no options"
  need_jdk
  need_cli
  need_server
  need_web
  train_server
  step "Everything is built"
}

#!/usr/bin/env bash
# Tests what ./mingfa says where a machine lacks something. Each test is a function; all run in folders of their own.
set -uo pipefail

ROOT="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
BOX="$(mktemp -d)"
PASSED=0 FAILED=0 SKIPPED=0
LISTENER=
MOUNTED=()

clean_up() {
  [ -z "$LISTENER" ] || kill "$LISTENER" 2>/dev/null
  local place
  for place in "${MOUNTED[@]}"; do umount "$place"; done
  rm -rf "$BOX"
}
trap clean_up EXIT

# A clone's launcher alone, so that nothing is built already.
CLONE="$BOX/clone"
mkdir -p "$CLONE/core/src/main" "$CLONE/cli/src/main" "$CLONE/server/src/main" "$CLONE/web/src" "$BOX/home" "$BOX/bin" "$BOX/jvm"
cp -r "$ROOT/mingfa" "$ROOT/scripts" "$ROOT/pom.xml" "$CLONE/"

# The machine's programs without java, mvn, node and npm.
find /usr/bin /bin -maxdepth 1 \( -type f -o -type l \) ! -name 'java*' ! -name 'mvn*' ! -name 'node*' ! -name 'np[mx]*' \
  -exec ln -sf -t "$BOX/bin" {} +

# a_program PATH TEXT: one that prints TEXT whatever it is asked
a_program() {
  mkdir -p "$(dirname "$1")"
  printf '#!/bin/sh\ncat <<"TEXT"\n%s\nTEXT\n' "$2" >"$1"
  chmod +x "$1"
}

# a_jdk FOLDER VERSION [without a compiler]
a_jdk() {
  a_program "$1/bin/java" "openjdk version \"$2\""
  [ $# -gt 2 ] || a_program "$1/bin/javac" "javac $2"
  printf 'JAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# mingfa ARGUMENTS...: runs the clone's launcher on the bare machine; sets OUT, ERR and CODE. Variables in SETTING.
SETTING=()
mingfa() {
  env -i HOME="$BOX/home" PATH="${FIRST:-$BOX/bin}:$BOX/bin" MINGFA_JVM_FOLDERS="$BOX/jvm" MINGFA_NODE_FOLDERS="$BOX/nodes" \
    "${SETTING[@]}" "${LAUNCHER:-$CLONE/mingfa}" "$@" >"$BOX/out" 2>"$BOX/err" </dev/null
  CODE=$?
  OUT="$(<"$BOX/out")" ERR="$(<"$BOX/err")"
}

expect_code() { [ "$CODE" = "$1" ] || { printf 'exit code %s, not %s\n' "$CODE" "$1"; return 1; }; }
expect_said() { [[ "$ERR" == *"$1"* ]] || { printf 'did not say: %s\nbut: %s\n' "$1" "$ERR"; return 1; }; }
expect_nothing_out() { [ -z "$OUT" ] || { printf 'standard output has: %s\n' "$OUT"; return 1; }; }
expect_one_line() { [ "$(grep -c '^mingfa:' "$BOX/err")" = 1 ] || { printf 'not one line: %s\n' "$ERR"; return 1; }; }

# refused WORDS...: exit code 3 and one line that holds all of them
refused() {
  local words
  expect_code 3 && expect_one_line && expect_nothing_out || return 1
  for words in "$@"; do expect_said "$words" || return 1; done
}

test_names_the_command_that_does_not_exist() {
  mingfa sue
  expect_code 2 && expect_said "there is no command 'sue'"
}

test_help_needs_no_tool() {
  mingfa help
  expect_code 0 && [[ "$OUT" == *"./mingfa demo"* ]]
}

test_version_says_what_is_missing_and_goes_on() {
  mingfa version
  expect_code 0 && [[ "$OUT" == "mingfa  "* ]] && expect_said "JDK 25 or newer is needed" && expect_said "Node 20.19 or newer"
}

test_says_that_there_is_no_jdk() {
  mingfa due 2026-03-02 5 wd
  refused "JDK 25 or newer is needed, found none" "openjdk-25-jdk" "JAVA_HOME"
}

test_names_every_jdk_that_is_too_old() {
  a_jdk "$BOX/jvm/java-17" 17.0.15
  SETTING=(JAVA_HOME="$BOX/home/old") && a_jdk "$BOX/home/old" 21.0.2
  mingfa due 2026-03-02 5 wd
  refused "21.0.2 ($BOX/home/old)" "17.0.15 ($BOX/jvm/java-17)"
}

test_takes_no_jdk_without_a_compiler() {
  a_jdk "$BOX/jvm/jre-25" 25.0.1 without
  mingfa due 2026-03-02 5 wd
  refused "25.0.1 without a compiler"
}

test_finds_a_fitting_jdk_beside_an_old_java_home() {
  SETTING=(JAVA_HOME="$BOX/home/old") && a_jdk "$BOX/home/old" 17.0.1
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  mingfa due 2026-03-02 5 wd
  refused "Maven 3.8 or newer is needed, found none" "package maven"
}

test_says_that_maven_is_too_old() {
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_program "$BOX/first/mvn" "Apache Maven 3.6.3"
  FIRST="$BOX/first" mingfa due 2026-03-02 5 wd
  refused "Maven 3.8 or newer is needed, found only 3.6.3 ($BOX/first/mvn)"
}

test_shows_the_end_of_the_log_when_maven_fails() {
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_program "$BOX/first/mvn" "Apache Maven 3.9.9
$(seq -f 'line %g' 100)"
  printf 'case "$*" in *package*) exit 1 ;; esac\n' >>"$BOX/first/mvn"
  FIRST="$BOX/first" mingfa due 2026-03-02 5 wd
  refused "line 100" "commands.log" && [[ "$ERR" != *"line 50"* ]]
}

# A server that is built, so that only the workbench is missing.
a_built_server() {
  (ROOT="$CLONE" WORK="$CLONE/target/launcher" && source "$CLONE/scripts/launcher/say.sh" && source "$CLONE/scripts/launcher/build.sh" && mkdir -p "$CLONE/target/launcher" \
    && fingerprint pom.xml core/pom.xml core/src/main server/pom.xml server/src/main docs/settings.md law >"$CLONE/target/launcher/server.built")
}

test_says_that_there_is_no_node() {
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_built_server
  mingfa demo --port 18093 --data "$BOX/data"
  refused "Node 20.19 or newer is needed for the workbench, found none" "nodejs"
}

test_says_that_node_is_too_old() {
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_built_server
  a_program "$BOX/first/node" v18.19.0
  FIRST="$BOX/first" mingfa demo --port 18093 --data "$BOX/data"
  refused "found only 18.19.0 ($BOX/first/node)"
}

test_says_that_npm_is_missing() {
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_built_server
  a_program "$BOX/first/node" v22.0.0
  FIRST="$BOX/first" mingfa demo --port 18093 --data "$BOX/data"
  refused "npm is needed and missing" "package npm"
}

test_refuses_a_port_that_is_none() {
  mingfa demo --port 80a
  expect_code 2 && expect_said "--port 80a is not a port"
}

test_refuses_an_option_that_demo_has_not() {
  mingfa demo --prot 8081
  expect_code 2 && expect_said "demo has no option --prot"
}

test_says_who_has_the_port() {
  command -v python3 >/dev/null || return 77
  python3 -m http.server --bind 127.0.0.1 18094 >/dev/null 2>&1 &
  LISTENER=$!
  local i
  for ((i = 0; i < 100; i++)); do (exec 9<>/dev/tcp/127.0.0.1/18094) 2>/dev/null && break; sleep 0.1; done
  mingfa demo --port 18094 --data "$BOX/data"
  kill "$LISTENER"
  wait "$LISTENER" 2>/dev/null
  LISTENER=
  refused "Port 18094 is taken" "./mingfa demo --port 18095"
}

# small_disk FOLDER MIB: mounts one, or fails where this user cannot
small_disk() {
  mkdir -p "$1" && mount -t tmpfs -o "size=$2m" tmpfs "$1" 2>/dev/null && MOUNTED+=("$1")
}

test_says_that_the_data_disk_is_full() {
  small_disk "$BOX/small" 16 || return 77
  mingfa demo --port 18093 --data "$BOX/small/data"
  refused "The disk of $BOX/small/data is full: " "MiB needed" "--data DIR"
}

test_says_that_the_clones_disk_is_full() {
  small_disk "$BOX/small-clone" 16 || return 77
  cp -r "$CLONE/." "$BOX/small-clone/"
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  LAUNCHER="$BOX/small-clone/mingfa" mingfa due 2026-03-02 5 wd
  refused "is full: " "clone to another disk"
}

test_says_that_a_build_filled_the_disk() {
  small_disk "$BOX/filled" 1100 || return 77
  cp -r "$CLONE/." "$BOX/filled/"
  a_jdk "$BOX/jvm/temurin-25" 25.0.3
  a_program "$BOX/first/mvn" "Apache Maven 3.9.9"
  printf 'case "$*" in *package*) head -c 1200m /dev/zero >"%s"; exit 1 ;; esac\n' "$BOX/filled/big" >>"$BOX/first/mvn"
  FIRST="$BOX/first" LAUNCHER="$BOX/filled/mingfa" mingfa due 2026-03-02 5 wd
  refused "stopped because the disk of $BOX/filled is full"
}

test_says_that_the_data_folder_cannot_be_made() {
  touch "$BOX/file"
  mingfa demo --port 18093 --data "$BOX/file/data"
  refused "Cannot make the folder $BOX/file/data" "--data DIR"
}

test_shows_no_accounts_before_the_city_is_loaded() {
  mingfa demo --accounts --data "$BOX/none"
  refused "No invented city is loaded in $BOX/none" && [ ! -e "$BOX/none" ]
}

test_stops_nothing_where_nothing_runs() {
  mkdir -p "$BOX/stale" && printf '%s 8080\n' $$ >"$BOX/stale/running"
  mingfa stop --data "$BOX/stale"
  expect_code 0 && expect_said "nothing runs"
}

test_runs_through_a_link_from_another_folder() {
  mkdir -p "$BOX/elsewhere" && ln -s "$CLONE/mingfa" "$BOX/elsewhere/mf"
  LAUNCHER="$BOX/elsewhere/mf" mingfa help
  expect_code 0
}

fresh_box() {
  rm -rf "$BOX/jvm" "$BOX/first" "$BOX/data" "$CLONE/target" "$BOX/home"
  mkdir -p "$BOX/jvm" "$BOX/home"
  SETTING=()
}

run_test() {
  local code=0 said
  fresh_box
  "$1" >"$BOX/said" 2>&1 || code=$?
  case "$code" in
    0) PASSED=$((PASSED + 1)) ;;
    77) SKIPPED=$((SKIPPED + 1)) && printf 'skipped: %s (this user cannot make what it needs)\n' "${1#test_}" ;;
    *) FAILED=$((FAILED + 1)) && printf 'FAILED: %s\n' "${1#test_}" && sed 's/^/  /' "$BOX/said" ;;
  esac
}

for name in $(compgen -A function | grep "^test_.*${1:-}"); do run_test "$name"; done
printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
[ "$FAILED" = 0 ]

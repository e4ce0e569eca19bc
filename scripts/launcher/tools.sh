# Finds JDK, Maven and Node, and says what is missing: what was found, what is needed, how to get it.

readonly JDK_NEEDED=25
readonly MAVEN_NEEDED=3.8
readonly NODE_NEEDED=20.19

# Folders that hold JDKs or Nodes, one each; MINGFA_JVM_FOLDERS and MINGFA_NODE_FOLDERS replace them.
jvm_folders() { tr ':' '\n' <<<"${MINGFA_JVM_FOLDERS-/usr/lib/jvm:$HOME/.sdkman/candidates/java:$HOME/.jdks:/opt:/usr/local}"; }
node_folders() { tr ':' '\n' <<<"${MINGFA_NODE_FOLDERS-$HOME/.nvm/versions/node:/opt:/usr/local}"; }

# at_least FOUND NEEDED: compares version numbers
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# Version of the JDK in a folder, empty if it is none; read from its release file because starting Java is slow.
jdk_version() {
  [ -x "$1/bin/java" ] || return 0
  local version=
  [ ! -r "$1/release" ] || version="$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")"
  [ -n "$version" ] || version="$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
  printf '%s' "$version"
}

jdk_places() {
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  local java
  java="$(command -v java || true)"
  [ -z "$java" ] || dirname "$(dirname "$(readlink -f "$java")")"
  local folder
  while read -r folder; do
    [ ! -d "$folder" ] || find "$folder" -mindepth 1 -maxdepth 1 ! -name '.*' | sort -rV
  done < <(jvm_folders)
}

# Sets JAVA_HOME to a JDK that fits.
need_jdk() {
  [ -z "${JDK_FOUND:-}" ] || return 0
  local place version found=
  while read -r place; do
    version="$(jdk_version "$place")"
    [ -n "$version" ] || continue
    if at_least "$version" "$JDK_NEEDED" && [ -x "$place/bin/javac" ]; then
      export JAVA_HOME="$place" JDK_FOUND="$version"
      return 0
    fi
    [ -x "$place/bin/javac" ] || version="$version without a compiler"
    case "$found" in *"($place)"*) ;; *) found="$found, $version ($place)" ;; esac
  done < <(jdk_places)
  fail "JDK $JDK_NEEDED or newer is needed, found ${found:+only }${found:2}${found:-none}." \
    "Install the package openjdk-25-jdk (Debian 13) or Eclipse Temurin 25 (temurin-25-jdk), or set JAVA_HOME to one."
}

need_maven() {
  [ -z "${MAVEN:-}" ] || return 0
  local place version found=
  for place in ${MAVEN_HOME:+"$MAVEN_HOME/bin/mvn"} "$(command -v mvn || true)" "$HOME/.sdkman/candidates/maven/current/bin/mvn"; do
    [ -x "$place" ] || continue
    version="$("$place" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
    if [ -n "$version" ] && at_least "$version" "$MAVEN_NEEDED"; then
      MAVEN="$place"
      return 0
    fi
    found="$found, ${version:-an unknown version} ($place)"
  done
  fail "Maven $MAVEN_NEEDED or newer is needed, found ${found:+only }${found:2}${found:-none}." \
    "Install the package maven (Debian 12 or newer), or set MAVEN_HOME to one."
}

node_places() {
  command -v node || true
  local folder
  while read -r folder; do
    [ ! -d "$folder" ] || find "$folder" -mindepth 1 -maxdepth 3 -path '*/bin/node' | sort -rV
  done < <(node_folders)
}

# Puts a Node that fits, with its npm, first on the PATH.
need_node() {
  [ -z "${NODE_FOUND:-}" ] || return 0
  local place version found=
  while read -r place; do
    version="$("$place" --version 2>/dev/null | sed -n 's/^v//p')"
    if [ -n "$version" ] && at_least "$version" "$NODE_NEEDED"; then
      export PATH="$(dirname "$place"):$PATH" NODE_FOUND="$version"
      command -v npm >/dev/null || fail "npm is needed and missing, though there is Node $version ($place). Install the package npm."
      return 0
    fi
    found="$found, ${version:-an unknown version} ($place)"
  done < <(node_places)
  fail "Node $NODE_NEEDED or newer is needed for the workbench, found ${found:+only }${found:2}${found:-none}." \
    "Install the packages nodejs and npm (Debian 13 or newer), or put a newer Node first on the PATH."
}

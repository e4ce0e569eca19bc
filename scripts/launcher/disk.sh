# Room on disks.

# Free MiB on the disk of a path, which need not exist yet.
free_mib() {
  local path="$1"
  while [ ! -e "$path" ]; do path="$(dirname "$path")"; done
  df -Pk "$path" | awk 'NR == 2 { print int($4 / 1024) }'
}

# need_room PATH MIB HOW-TO-MEND
need_room() {
  local free
  free="$(free_mib "$1")"
  [ "$free" -ge "$2" ] || fail "The disk of $1 is full: $free MiB free, $2 MiB needed. $3"
}

# Makes a folder that this user can write in.
need_folder() {
  local reason
  reason="$(mkdir -p "$1" 2>&1)" || fail "Cannot make the folder $1 (${reason##*: }). $2"
  [ -w "$1" ] || fail "Cannot write in $1. $2"
}

# The first of the places a build writes to that has no room left; fails if all have some.
full_place() {
  local place
  for place in "$ROOT" "$HOME/.m2" "$HOME/.npm" "${TMPDIR:-/tmp}"; do
    [ "$(free_mib "$place")" -ge 8 ] || { printf '%s' "$place"; return 0; }
  done
  return 1
}

# Words to the person: all on standard error, so that standard output holds answers only.

readonly CANNOT=3   # exit code where this machine lacks something; 2 is wrong usage, 1 what the command itself found

note() { printf '%s\n' "$*" >&2; }

# One line that says what is wrong and how to mend it.
fail() {
  finish_line
  note "mingfa: $*"
  exit "$CANNOT"
}

usage() {
  note "mingfa: $*"
  exit 2
}

LINE_OPEN=
LAST_TICK=0

# A line with the seconds since the launcher started.
step() {
  finish_line
  LAST_TICK=$SECONDS
  printf '[%4d s] %s\n' "$SECONDS" "$*" >&2
}

# What is going on within a step: rewritten in place on a terminal, elsewhere a line now and then.
tick() {
  if [ -t 2 ]; then
    printf '\r\033[K[%4d s]   %.*s' "$SECONDS" "$((${COLUMNS:-80} - 14))" "$*" >&2
    LINE_OPEN=yes
  elif [ $((SECONDS - LAST_TICK)) -ge 20 ]; then
    step "  $*"
  fi
}

finish_line() {
  [ -z "$LINE_OPEN" ] || printf '\r\033[K' >&2
  LINE_OPEN=
}

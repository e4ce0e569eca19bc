# Addresses and accounts of a demo, from the file that the server wrote when it loaded the invented city.

show_accounts() {
  local file="$DATA/demo-accounts.txt" running=
  [ -r "$file" ] || fail "No invented city is loaded in $DATA yet. Load it with ./mingfa demo"
  [ -n "$SERVER" ] || is_running || running=" (not running: ./mingfa demo)"
  printf 'Workbench      http://127.0.0.1:%s/%s\n' "$PORT" "$running"
  printf 'Public portal  http://127.0.0.1:%s/public\n\n' "$PORT"
  printf 'Account               Password        Role, person, agency\n'
  awk '
    FILENAME ~ /roles[.]yaml$/ { if (sub(/^  /, "") && split($0, part, ": ") == 2) title[part[1]] = part[2]; next }
    { printf "%-21s %-15s %s", $1, $2, title[$1]; for (i = 3; i <= NF; i++) printf " %s", $i; print "" }
  ' "$ROOT/law/roles.yaml" "$file"
}

# Addresses and accounts of a demo, from the file that the server wrote when it loaded the invented city.

show_accounts() {
  local file="$DATA/accounts.txt"
  [ -r "$file" ] || fail "No invented city is loaded in $DATA yet. Load it with ./mingfa demo"
  printf 'Workbench      http://127.0.0.1:%s/\n' "$PORT"
  printf 'Public portal  http://127.0.0.1:%s/public\n\n' "$PORT"
  cat "$file"
}

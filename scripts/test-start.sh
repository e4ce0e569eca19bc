#!/usr/bin/env bash
# Runs a server for real: settings, first start, sign-in, second start, check, backup, restore, stop. Needs ./mingfa build,
# curl and Debian's PostgreSQL 15, which it starts in a folder of its own; ports 18095 to 18097.
# With a pattern it runs only the checks whose names match.
set -uo pipefail

ROOT="$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")"
BIN=/usr/lib/postgresql/15/bin
BOX="$(mktemp -d)"
PORT="${MINGFA_TEST_PORT:-18095}"
DB_PORT=$((PORT + 1))
URL="http://127.0.0.1:$PORT"
CONF="$BOX/mingfa.yaml"
PASSED=0 FAILED=0 SKIPPED=0
SERVER=
OWN=()   # PostgreSQL refuses to run as root
[ "$(id -u)" != 0 ] || OWN=(unshare -U)

clean_up() {
  [ -z "$SERVER" ] || { kill -TERM "$SERVER" 2>/dev/null; wait "$SERVER" 2>/dev/null; }
  [ ! -d "$BOX/pg" ] || "${OWN[@]}" "$BIN/pg_ctl" -D "$BOX/pg" -m immediate stop >/dev/null 2>&1
  rm -rf "$BOX"
}
trap clean_up EXIT

skip_all() {
  printf 'skipped: a server that is run for real (%s)\n0 passed, 0 failed, 1 skipped\n' "$1"
  exit 0
}
[ -x "$BIN/postgres" ] || skip_all "postgresql-15 is missing"
command -v curl >/dev/null || skip_all "curl is missing"

start_database() {
  local sockets="-c listen_addresses=127.0.0.1 -c port=$DB_PORT -c unix_socket_directories=$BOX -c fsync=off -c jit=off"
  echo superuser >"$BOX/pw"
  "${OWN[@]}" "$BIN/initdb" -D "$BOX/pg" -U postgres --pwfile="$BOX/pw" --auth=scram-sha-256 --encoding=UTF8 --lc-collate=C --lc-ctype=C.UTF-8 \
    --no-sync >"$BOX/initdb.log" 2>&1 && archiving && "${OWN[@]}" "$BIN/pg_ctl" -D "$BOX/pg" -w -l "$BOX/pg.log" -o "$sockets" start >/dev/null
}

# As docs/operation.md says; nothing is archived before the stanza is made.
archiving() {
  cat >>"$BOX/pg/postgresql.conf" <<TEXT
archive_mode = on
archive_command = '[ ! -e $BOX/repository ] || pgbackrest --config=$BOX/pgbackrest.conf --stanza=mingfa archive-push %p'
TEXT
  cat >"$BOX/pgbackrest.conf" <<TEXT
[global]
repo1-path=$BOX/repository
repo1-cipher-type=aes-256-cbc
repo1-cipher-pass=repository-secret-7
repo1-retention-full=4
log-path=$BOX/pgbackrest-log
lock-path=$BOX/pgbackrest-lock
spool-path=$BOX/pgbackrest-spool
start-fast=y
[mingfa]
pg1-path=$BOX/pg
pg1-port=$DB_PORT
pg1-socket-path=$BOX
pg1-user=postgres
TEXT
}

sql() { PGPASSWORD=superuser psql -h 127.0.0.1 -p "$DB_PORT" -U postgres -qAt -d "${2:-mingfa}" -c "$1"; }

make_database() {
  sql "create role mingfa_owner login createrole password 'owner-secret-7'" postgres \
    && sql "create role mingfa_backup login bypassrls in role pg_read_all_data password 'backup-secret-7'" postgres \
    && sql "create database mingfa owner mingfa_owner encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0" postgres
}

write_settings() {
  (umask 077 && echo owner-secret-7 >"$BOX/database.password" && echo backup-secret-7 >"$BOX/backup.password" \
    && od -An -tx1 -N32 /dev/urandom | tr -d ' \n' >"$BOX/backup.key")
  cat >"$CONF" <<TEXT
mingfa:
  data: $BOX/data
  database:
    url: postgresql://127.0.0.1:$DB_PORT/mingfa
    user: mingfa_owner
    password-file: $BOX/database.password
  first: {region: 云岭市, region-code: "149901", agency: 云岭市司法局}
  web:
    proxies: [127.0.0.9]
  access:
    secure-cookies: false
  backup:
    user: mingfa_backup
    password-file: $BOX/backup.password
    key-file: $BOX/backup.key
    folder: $BOX/backups
server: {address: 127.0.0.1, port: $PORT}
TEXT
  chmod 640 "$CONF"
}

# mingfa ARGUMENTS...: sets OUT, ERR and CODE
mingfa() {
  timeout 120 "$ROOT/mingfa" "$@" >"$BOX/out" 2>"$BOX/err" </dev/null
  CODE=$?
  OUT="$(<"$BOX/out")" ERR="$(<"$BOX/err")"
}

expect() { [ "$1" = "$2" ] || { printf '%s, expected %s\n' "$1" "$2"; return 1; }; }
expect_said() { [[ "$ERR" == *"$1"* ]] || { printf 'did not say: %s\nbut: %s\n' "$1" "$ERR"; return 1; }; }
# refused WORDS...: exit code 1 and one line with all of them, and no secret in it
refused() {
  local words
  expect "$CODE" 1 && expect "$(grep -c '^mingfa:' "$BOX/err")" 1 || { printf '%s\n' "$ERR"; return 1; }
  [[ "$ERR" != *secret-7* ]] || { echo "it tells a secret"; return 1; }
  for words in "$@"; do expect_said "$words" || return 1; done
}

start_server() {
  "$ROOT/mingfa" start --settings "$CONF" >"$BOX/server.out" 2>"$BOX/server.err" </dev/null &
  SERVER=$!
  local i
  for ((i = 0; i < 900; i++)); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$URL/actuator/health/readiness")" != 200 ] || return 0
    kill -0 "$SERVER" 2>/dev/null || { cat "$BOX/server.err"; return 1; }
    sleep 0.2
  done
  echo "not ready after 180 s"
  return 1
}

# ask NAME METHOD PATH [JSON [CURL OPTIONS...]]: as the browser of that name; sets BODY and STATUS
ask() {
  local jar="$BOX/$1.cookies" method="$2" path="$3" body="${4:-}" token
  shift $(($# < 4 ? $# : 4))
  touch "$jar"
  token="$(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")"
  STATUS="$(curl -s -o "$BOX/body" -w '%{http_code}' -b "$jar" -c "$jar" -X "$method" -H 'Content-Type: application/json' -H "X-XSRF-TOKEN: $token" \
    ${body:+-d "$body"} "$@" "$URL$path")"
  BODY="$(<"$BOX/body")"
}
first_password() { awk -v login="$1" '$1 == login { print $2 }' "$BOX/data/first-passwords.txt"; }

check_names_a_setting_that_is_none() {
  sed 's/agency:/agancy:/' "$CONF" >"$BOX/wrong.yaml" && chmod 640 "$BOX/wrong.yaml"
  mingfa start --settings "$BOX/wrong.yaml"
  refused "$BOX/wrong.yaml has 'mingfa.first.agancy'" "is 'mingfa.first.agency' meant?"
}

check_refuses_a_secret_that_everybody_may_read() {
  chmod 644 "$BOX/database.password"
  mingfa start --settings "$CONF"
  chmod 600 "$BOX/database.password"
  refused "$BOX/database.password" "chmod 640"
}

check_says_that_the_password_is_wrong() {
  echo another-secret-7 >"$BOX/database.password"
  mingfa start --settings "$CONF"
  echo owner-secret-7 >"$BOX/database.password"
  refused "Cannot reach the database mingfa_owner at" "password is not right" "mingfa.database.password"
}

check_says_that_the_database_is_away() {
  sed "s/:$DB_PORT/:1/" "$CONF" >"$BOX/away.yaml" && chmod 640 "$BOX/away.yaml"
  mingfa start --settings "$BOX/away.yaml"
  refused "Cannot reach the database" "Start it, or correct mingfa.database.url"
}

check_upgrades_ahead_of_the_start() {
  mingfa migrate --settings "$CONF"
  expect "$CODE" 0 && [[ "$OUT" == *"migrations were made"* ]] || { printf '%s\n' "$ERR"; return 1; }
}

check_makes_three_administrators_and_nothing_else() {
  start_server || return 1
  expect "$(wc -l <"$BOX/data/first-passwords.txt")" 3 && expect "$(stat -c %a "$BOX/data/first-passwords.txt" "$BOX/data/master.key" | sort -u)" 600 \
    && expect "$(sql "select string_agg(login, ' ' order by login) from account")" "audit-admin security-admin system-admin" \
    && expect "$(sql "select (select count(*) from agency) || ' ' || (select count(*) from entry) || ' ' || (select count(*) from certificate)")" "1 0 0"
}

check_tells_no_secret_and_logs_to_a_file() {
  [ -s "$BOX/data/logs/mingfa.log" ] && [ ! -s "$BOX/server.out" ] || { echo "no log, or one on standard output"; return 1; }
  ! grep -rqF -e "$(first_password system-admin)" -e secret-7 "$BOX/data/logs" "$BOX/server.out" "$BOX/server.err" || { echo "a secret is in a log"; return 1; }
  ! tr '\0' ' ' </proc/"$SERVER"/cmdline | grep -qF secret-7
}

check_a_one_time_password_only_sets_another() {
  local once
  once="$(first_password security-admin)"
  ask security GET /api/session
  ask security POST /api/session "{\"account\":\"security-admin\",\"password\":\"$once\"}"
  expect "$STATUS" 200 && [[ "$BODY" == *'"pending":"password"'* ]] || { echo "$BODY"; return 1; }
  ask security GET /api/registry/officers && expect "$STATUS" 403 || return 1
  ask security PUT /api/account/password "{\"password\":\"$once\",\"next\":\"$once\"}" && expect "$STATUS" 422 || return 1
  ask security PUT /api/account/password "{\"password\":\"$once\",\"next\":\"my own long one\"}" && expect "$STATUS" 204 || { echo "$BODY"; return 1; }
  ask security GET /api/session && [[ "$BODY" == *account.manage* ]] && ask security GET /api/registry/officers && expect "$STATUS" 200
}

check_a_stolen_cookie_is_worth_nothing_elsewhere() {
  cp "$BOX/security.cookies" "$BOX/thief.cookies"
  ask thief GET /api/session "" --interface 127.0.0.5 && expect "$STATUS" 401 || return 1
  ask security GET /api/session && expect "$STATUS" 200
}

check_believes_the_proxy_and_nobody_else() {
  ask security GET /api/account "" -H 'X-Forwarded-For: 127.0.0.5' && expect "$STATUS" 200 || return 1
  ask security GET /api/account "" -H 'X-Forwarded-For: 127.0.0.5' --interface 127.0.0.9 && expect "$STATUS" 401 || return 1
  ask security GET /api/account "" -H 'X-Forwarded-For: 192.0.2.1, 127.0.0.1' --interface 127.0.0.9 && expect "$STATUS" 200
}

check_refuses_a_second_start_on_the_same_data() {
  mingfa start --settings "$CONF"
  refused "runs already on the data in $BOX/data" "./mingfa stop --data"
}

check_says_that_the_port_is_taken() {
  sed "s#data: $BOX/data#data: $BOX/other#" "$CONF" >"$BOX/other.yaml" && chmod 640 "$BOX/other.yaml"
  mingfa start --settings "$BOX/other.yaml"
  refused "port $PORT" "server.port in the settings file"
}

check_stops_in_order_and_starts_again() {
  mingfa stop --data "$BOX/data"
  expect "$CODE" 0 || { printf '%s\n' "$ERR"; return 1; }
  wait "$SERVER"
  expect $? 143 || return 1
  SERVER=
  start_server && [ -e "$BOX/data/first-passwords.txt" ]
}

check_the_real_city_is_never_one_to_practise_in() {
  sed -e "s#  data: $BOX/data#  practice: true\n  data: $BOX/practice#" -e "s#port: $PORT}#port: $((DB_PORT + 1))}#" "$CONF" >"$BOX/practice.yaml" && chmod 640 "$BOX/practice.yaml"
  mingfa check --settings "$BOX/practice.yaml"
  expect "$CODE" 1 && [[ "$OUT" == *"fault  practice "*"was not made for practice"* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
  mingfa start --settings "$BOX/practice.yaml"
  refused "was not made for practice" "Take mingfa.practice out"
}

check_says_what_is_wrong_before_people_notice() {
  mingfa check --settings "$CONF"
  expect "$CODE" 0 && [[ "$OUT" == *"ok     locale "* && "$OUT" == *"ok     clock "* && "$OUT" == *"ok     key "* && "$OUT" == *"warn   backup "* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
  mingfa check --settings "$BOX/away.yaml" --json
  expect "$CODE" 1 && [[ "$OUT" == "["*'"state":"fault"'*"]" && "$OUT" != *secret-7* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
}

# An evidence file of 20 MB, which takes three parts.
an_evidence_file() {
  local sha
  head -c 20000000 /dev/urandom >"$BOX/file" && sha="$(sha256sum "$BOX/file" | cut -c 1-64)"
  mkdir -p "$BOX/data/evidence/${sha:0:2}/${sha:2:2}" && mv "$BOX/file" "$BOX/data/evidence/${sha:0:2}/${sha:2:2}/$sha"
}

check_backs_up_while_it_runs() {
  an_evidence_file
  mingfa backup --settings "$CONF"
  expect "$CODE" 0 && [[ "$OUT" == *"1 files (1 new)"* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
  ! grep -rqa -e PGDMP -e 云岭市 "$BOX/backups" || { echo "it is not sealed"; return 1; }
  sleep 1
  mingfa backup --settings "$CONF"
  expect "$CODE" 0 && [[ "$OUT" == *"1 files (0 new)"* ]] && expect "$(ls "$BOX/backups/sets" | wc -l)" 2
}

check_opens_a_part_without_mingfa() {
  local part
  part="$(find "$BOX/backups/sets" -path '*/manifest/00000.cms' | head -n 1)"
  openssl cms -decrypt -inform DER -in "$part" -secretkey "$(<"$BOX/backup.key")" -secretkeyid 6d696e676661 2>&1 | grep -q '"tables":{'
}

check_drills_a_restore() {
  mingfa restore --drill --settings "$CONF"
  expect "$CODE" 0 && [[ "$OUT" == *"files: 1, "* && "$OUT" == *"restore drill of "*": proven, "* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
  ! compgen -G "/tmp/mingfa-drill*" >/dev/null || { echo "something stays of it"; return 1; }
}

check_restores_into_an_empty_place_only() {
  mingfa restore --settings "$CONF"
  refused "is not empty" || return 1
  sql "create database again owner mingfa_owner encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0" postgres || return 1
  sed "s#data: $BOX/data#data: $BOX/again#; s#:$DB_PORT/mingfa#:$DB_PORT/again#" "$CONF" >"$BOX/again.yaml" && chmod 640 "$BOX/again.yaml"
  mingfa restore --settings "$BOX/again.yaml"
  expect "$CODE" 0 || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
  expect "$(sql 'select count(*) from account' again)" 3 && cmp "$BOX/data/master.key" "$BOX/again/master.key" && diff -r "$BOX/data/evidence" "$BOX/again/evidence"
}

pgbackrest() { PGPASSWORD=superuser timeout 120 "${OWN[@]}" /usr/bin/pgbackrest --config="$BOX/pgbackrest.conf" --stanza=mingfa --log-level-console=warn "$@"; }

check_comes_back_to_a_point_in_time() {
  [ -x /usr/bin/pgbackrest ] || { echo "pgbackrest is missing"; return 77; }
  local moment port=$((DB_PORT + 1))
  mkdir -p "$BOX/repository" "$BOX/pgbackrest-log" "$BOX/pgbackrest-lock" "$BOX/pgbackrest-spool"
  pgbackrest stanza-create && pgbackrest --type=full backup || return 1
  sql "create table marked as select 1 as n" && pgbackrest --type=incr backup && sql "insert into marked values (2)" || return 1
  moment="$(sql "select clock_timestamp()")"
  sleep 1
  sql "drop table marked; update account set disabled = true" && pgbackrest check || return 1
  mkdir -m 700 "$BOX/then" && pgbackrest --pg1-path="$BOX/then" --type=time "--target=$moment" --target-action=promote restore || return 1
  "${OWN[@]}" "$BIN/pg_ctl" -D "$BOX/then" -w -t 60 -l "$BOX/then.log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c archive_mode=off" start >/dev/null \
    || { tail -n 20 "$BOX/then.log"; return 1; }
  local found
  for _ in $(seq 50); do
    found="$(DB_PORT=$port sql "select pg_is_in_recovery() || ' ' || (select sum(n) from marked) || ' ' || (select count(*) from account where not disabled)")"
    [[ "$found" != false* ]] || break
    sleep 0.2
  done
  sed "s#:$DB_PORT/mingfa#:$port/mingfa#" "$CONF" >"$BOX/then.yaml" && chmod 640 "$BOX/then.yaml"
  mingfa check --settings "$BOX/then.yaml"
  "${OWN[@]}" "$BIN/pg_ctl" -D "$BOX/then" -m immediate stop >/dev/null
  sql "update account set disabled = false"
  expect "$found" "false 3 3" && [[ "$OUT" == *"ok     database "* ]] || { printf '%s\n%s\n' "$OUT" "$ERR"; return 1; }
}

check_refuses_a_backup_that_was_changed() {
  local part
  part="$(find "$BOX/backups/files" -name 00001.cms | head -n 1)"
  printf x | dd of="$part" bs=1 seek=5000 conv=notrunc 2>/dev/null
  mingfa restore --drill --settings "$CONF"
  refused "$part" "cannot be opened"
}

start_database && make_database && write_settings || { cat "$BOX/initdb.log" "$BOX/pg.log"; printf '0 passed, 1 failed, 0 skipped\n'; exit 1; }
for name in $(grep -o '^check_[a-z_]*' "$0"); do
  [[ "$name" =~ ${1:-.} ]] || continue
  code=0
  began=$SECONDS
  "$name" >"$BOX/said" 2>&1 || code=$?
  case "$code" in
    0) PASSED=$((PASSED + 1)) ;;
    77) SKIPPED=$((SKIPPED + 1)) && printf 'skipped: %s (%s)\n' "${name#check_}" "$(<"$BOX/said")" ;;
    *) FAILED=$((FAILED + 1)) && printf 'FAILED: %s\n' "${name#check_}" && sed 's/^/  /' "$BOX/said" ;;
  esac
  [ -z "${MINGFA_TEST_TIMES:-}" ] || printf '%s: %d s\n' "$name" $((SECONDS - began))
done
printf '%d passed, %d failed, %d skipped\n' "$PASSED" "$FAILED" "$SKIPPED"
[ "$FAILED" = 0 ]

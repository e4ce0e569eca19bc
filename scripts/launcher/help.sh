show_help() {
  cat <<'TEXT'
Mingfa 明法: enforcement cases from lead to archive. Builds what is missing, then runs it.

  ./mingfa demo              an invented city with 23 cases, in your browser; Ctrl-C stops it
      --port N               other port than 8080 (loopback only)
      --data DIR             other data folder than .mingfa/demo in this clone
      --database URL         your PostgreSQL 15 to 18 instead of the embedded one, such as
                             postgresql://127.0.0.1:5432/mingfa; user and password from the environment:
                             MINGFA_DATABASE_USER, MINGFA_DATABASE_PASSWORD (and MINGFA_DATABASE_URL)
      --accounts             shows the address and the accounts of each role again
  ./mingfa serve             the server without the invented city; --port, --data and --database as above, and any
                             setting of docs/settings.md as --name=value; logs go to standard output
  ./mingfa start --settings FILE   runs it for real, in the foreground, as a service does: your PostgreSQL, TLS or a proxy,
                             logs in files, three administrators at the first start; docs/operation.md
  ./mingfa check --settings FILE   what is wrong before users notice: settings, database, disk, clock, fonts, certificate,
                             keys, backups; each ok, warn or fault with how to mend; --json
  ./mingfa backup --settings FILE [--to DIR]   database, evidence files and keys, while people work, sealed by a key
  ./mingfa restore --settings FILE [--from DIR] [--set NAME]   into an empty place only, and proves what came out;
                             --drill: into a throwaway database, proves it, removes it and says how long it took
  ./mingfa migrate --settings FILE   upgrades the database ahead of the start, while the old version works; all or nothing
  ./mingfa account --settings FILE reset LOGIN   the way back in: a one-time password for an account, into a file in the
                             data folder; removes its second factor and its sessions
  ./mingfa stop              stops a demo or server that runs in the background or another terminal; --data DIR

  ./mingfa verify            whether the record is as it was written: every hash of every entry, none missing; of the
                             server that runs, or of --data DIR or --database URL; --case ID for one case alone

  ./mingfa due START N UNIT  the last day of a period: due 2026-09-23 7 wd; --strict, --explain, - for many
  ./mingfa law check         loads all law packs and runs their examples; --library DIR resolves the citations
  ./mingfa law coverage FILE which rules of a survey of the law the packs encode, hold as a parameter or leave out
  ./mingfa audit --pack DIR FILE   examines an event log in the XES standard; --json, --cases RULE
  ./mingfa identity uscc -   whether codes are valid, line by line, and what is wrong: uscc 统一社会信用代码, id 公民身份号码,
                             division 行政区划代码; codes as arguments or on standard input
  ./mingfa discretion eval FILE.json   the range of a fine by the law and a benchmark, with the reasons for the decision
  ./mingfa discretion import FILE.csv --dry-run   reads a published benchmark table, reports each row it cannot read;
                             --to FILE.yaml writes it; discretion check looks for tables that leave their statute
                             (add --help to these for more)

  ./mingfa test              all tests, installing what they need where it may; --no-install
  ./mingfa bench             benchmarks; docs/performance.md
  ./mingfa build             builds everything, records a start of the server so that later ones are faster, runs nothing
  ./mingfa version           versions of Mingfa and of what it runs on
  ./mingfa help              this page

Needs JDK 25, Maven 3.8 and Node 20.19 or newer; due, law, audit, identity and discretion do without Node.
They are looked for in JAVA_HOME, MAVEN_HOME, the PATH and the usual folders. MINGFA_MAVEN_ARGS adds to Maven's arguments.
Exit codes: 0 done; 1 a check or test does not hold; 2 wrong usage; 3 this machine lacks something (one line says what).
TEXT
}

mingfa_version() { sed -n '/<artifactId>mingfa</,/<version>/ s/.*<version>\(.*\)<.*/\1/p' "$ROOT/pom.xml" | head -n 1; }

# Never fails: it is what a person runs to find out why something else does.
show_version() {
  local commit
  commit="$(git -C "$ROOT" rev-parse --short HEAD 2>/dev/null || true)"
  printf 'mingfa  %s%s\n' "$(mingfa_version)" "${commit:+ ($commit)}"
  (need_jdk; printf 'JDK     %s (%s)\n' "$JDK_FOUND" "$JAVA_HOME") || true
  (need_jdk 2>/dev/null; need_maven; printf 'Maven   %s\n' "$MAVEN") || true
  (need_node; printf 'Node    %s (%s)\n' "$NODE_FOUND" "$(command -v node)") || true
}

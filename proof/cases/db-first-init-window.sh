about="the database's health check passes while its first start still runs a script"
. "$root_folder/proof/stacks/ledger.sh"
project() {
  ledger
  sed -i 's|"pg_isready", "-h", "127.0.0.1"|"pg_isready"|; s|volumes: \["data:/var/lib/postgresql/data"\]|volumes: ["data:/var/lib/postgresql/data", "./slow.sh:/docker-entrypoint-initdb.d/slow.sh:ro"]|' compose.yaml
  echo 'sleep 20' >slow.sh
}
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

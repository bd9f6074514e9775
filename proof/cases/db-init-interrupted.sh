about="the database was killed in its first start, before it made the ledger"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() {
  docker compose up -d db
  until docker logs "$COMPOSE_PROJECT_NAME-db-1" 2>&1 | grep -q 'waiting for server to start'; do :; done
  docker kill "$COMPOSE_PROJECT_NAME-db-1"
  sleep 11
}
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

# A chain: a database, a migration that runs once, a report that reads the database all the time, and nginx that serves it.
ledger() {
  cat >compose.yaml <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: "${DB_ROLE:-ledger}", POSTGRES_PASSWORD: "${DB_PASSWORD:-first}", POSTGRES_DB: "${DB_NAME:-ledger}"}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD", "pg_isready", "-h", "127.0.0.1"], interval: 2s, retries: 15}
  migrate:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-v", "ON_ERROR_STOP=1", "-f", "/migrations/001.sql"]
    environment: &client {PGHOST: db, PGUSER: "${DB_ROLE:-ledger}", PGPASSWORD: "${DB_PASSWORD:-first}", PGDATABASE: "${DB_NAME:-ledger}"}
    volumes: ["./migrations:/migrations:ro"]
    depends_on: {db: {condition: service_healthy}}
  report:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["bash", "/app/report.sh"]
    environment: *client
    volumes: ["./report.sh:/app/report.sh:ro", "pages:/pages"]
    depends_on: {migrate: {condition: service_completed_successfully}}
    init: true
    healthcheck: {test: ["CMD", "test", "-s", "/pages/index.html"], interval: 2s, retries: 10}
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["${WEB_PORT:-25010}:80"]
    volumes: ["pages:/usr/share/nginx/html:ro"]
    depends_on: {report: {condition: service_healthy}}
volumes:
  data: {}
  pages: {}
YAML
  mkdir -p migrations
  printf "create table if not exists entries (what text primary key, amount int);\ninsert into entries values ('rent', 700) on conflict do nothing;\n" >migrations/001.sql
  cat >report.sh <<'BASH'
set -e
rm -f /pages/index.html
while true; do
  psql -v ON_ERROR_STOP=1 -tAc "select what || ' ' || amount from entries order by what" >/pages/next
  mv /pages/next /pages/index.html
  sleep 1
done
BASH
}

# ledger_entry WHAT AMOUNT: a row that was not there from the beginning.
ledger_entry() { in_service db psql -U "${DB_ROLE:-ledger}" -d ledger -c "insert into entries values ('$1', $2)"; }

ledger_reports() { answers "http://127.0.0.1:${2:-25010}/" "${1:-rent 700}"; }

ledger_keeps() { in_service db psql -U "${3:-ledger}" -d ledger -tAc "select amount from entries where what = '$1'" | grep -qx "$2"; }

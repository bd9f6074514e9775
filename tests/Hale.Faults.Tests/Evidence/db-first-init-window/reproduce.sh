#!/bin/sh
# seen: the health check passes at the socket while the volume is made. clear: the service does not wait for the health. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# asking NAME CONDITION: a client that asks the server once.
asking() {
  project "$1" <<YAML
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: first, POSTGRES_USER: shop, POSTGRES_DB: shop}
    volumes: ["./slow.sh:/docker-entrypoint-initdb.d/slow.sh:ro"]
    healthcheck: {test: ["CMD", "pg_isready", "-U", "shop"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    command: ["sh", "-c", "PGPASSWORD=first psql -h db -U shop -d shop -c 'select 1' && sleep infinity"]
    init: true
    depends_on: {db: {condition: $2}}
YAML
  echo 'sleep 12' >slow.sh
}

asking seen service_healthy
docker compose up -d >/dev/null 2>&1
sleep 20
record seen-socket-alone
blind blind-no-engine
gone

asking clear service_started
docker compose up -d >/dev/null 2>&1
sleep 30
record clear-db-not-ready
gone

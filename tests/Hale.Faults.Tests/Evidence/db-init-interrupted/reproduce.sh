#!/bin/sh
# seen: the server was killed between its own files and its database. clear: the server was made anew with the name of another database. blind: no
# engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# asking NAME: a client that asks for the database again and again.
asking() {
  project "$1" <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: first, POSTGRES_USER: shop, POSTGRES_DB: "${NAME:-goods}"}
    volumes: ["data:/var/lib/postgresql/data", "./seed.sql:/docker-entrypoint-initdb.d/seed.sql:ro"]
  api:
    image: hale.local/stand-in/postgres:17
    command: ["sh", "-c", "sleep 3; PGPASSWORD=first psql -h db -U shop -d ${NAME:-goods} -c 'select 1'"]
    init: true
volumes:
  data: {}
YAML
  echo 'CREATE TABLE lamps (name text);' >seed.sql
}

asking seen
docker compose up -d db >/dev/null 2>&1
db=$(docker compose ps -q db)
until docker logs "$db" 2>&1 | grep -q 'waiting for server to start'; do :; done
docker kill "$db" >/dev/null
sleep 12
docker compose up -d >/dev/null 2>&1
sleep 8
record seen-killed-at-first-start
blind blind-no-engine
gone

asking clear
docker compose up -d db >/dev/null 2>&1
sleep 15
export NAME=wares
docker compose up -d >/dev/null 2>&1
sleep 8
record clear-db-database-missing
gone

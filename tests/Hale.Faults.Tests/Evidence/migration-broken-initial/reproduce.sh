#!/bin/sh
# seen: the words of Alembic, from a container that prints them. clear: the service itself asks for the table.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "INFO  [alembic.runtime.migration] Running upgrade  -> 1a2b3c4d5e6f, add email\npsycopg.errors: relation \"users\" does not exist"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-replayed-alembic
blind blind-no-engine
gone

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select * from orders"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record clear-the-service-asks
gone

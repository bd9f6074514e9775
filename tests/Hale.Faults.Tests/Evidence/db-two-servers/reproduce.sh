#!/bin/sh
# seen: a container of no project mounts the volume too. clear: a container of no project has a volume of its own.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
volumes:
  data: {}
YAML
docker compose up -d --wait >/dev/null 2>&1
docker run -d --name hale-reproduce-two -v "${COMPOSE_PROJECT_NAME}_data:/var/lib/postgresql/data" hale.local/stand-in/postgres:17 sleep 60 >/dev/null
record seen-same-volume
docker rm -f hale-reproduce-two >/dev/null
blind blind-no-engine
gone

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
volumes:
  data: {}
YAML
docker compose up -d --wait >/dev/null 2>&1
docker run -d --name hale-reproduce-two -v /var/lib/postgresql/data hale.local/stand-in/postgres:17 sleep 60 >/dev/null
record clear-own-volume
docker rm -fv hale-reproduce-two >/dev/null
gone

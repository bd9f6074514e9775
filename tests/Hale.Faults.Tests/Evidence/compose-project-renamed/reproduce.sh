#!/bin/sh
# seen: the folder was renamed; the same folder got another name. clear: another folder's stack with the same services. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# keeping NAME: one service with a volume.
keeping() {
  project "$1" <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    volumes: ["data:/data"]
volumes:
  data: {}
YAML
}

# under PROJECT: up once, with the container stopped.
under() {
  COMPOSE_PROJECT_NAME=$1 docker compose up -d >/dev/null 2>&1
  COMPOSE_PROJECT_NAME=$1 docker compose stop --timeout 1 >/dev/null 2>&1
  sleep 1
}

keeping old
under "$COMPOSE_PROJECT_NAME"
mv "$work/old" "$work/new" && cd "$work/new"
COMPOSE_PROJECT_NAME=hale-reproduce-$fault-new
docker compose up -d >/dev/null 2>&1
record seen-folder-renamed
blind blind-no-engine
gone
COMPOSE_PROJECT_NAME=hale-reproduce-$fault-old gone

keeping same
under "hale-reproduce-$fault-same"
COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other
docker compose up -d >/dev/null 2>&1
record seen-another-name
gone
COMPOSE_PROJECT_NAME=hale-reproduce-$fault-same gone

keeping beside
under "$COMPOSE_PROJECT_NAME"
keeping clear
docker compose up -d >/dev/null 2>&1
record clear-another-folder
gone
cd "$work/beside" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-beside gone

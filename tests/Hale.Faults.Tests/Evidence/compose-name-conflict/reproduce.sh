#!/bin/sh
# seen: a stopped container of another project has the fixed name. clear: another project has the port and not the name. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project other <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
    container_name: hale-reproduce-fixed
    ports: ["18908:6379"]
YAML
docker compose up -d >/dev/null 2>&1
docker compose stop --timeout 1 >/dev/null 2>&1
other=$PWD

project seen <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    container_name: hale-reproduce-fixed
YAML
record seen-another-checkout
blind blind-no-engine

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
    container_name: hale-reproduce-fixed-too
    ports: ["18908:6379"]
YAML
record clear-another-name
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

#!/bin/sh
# seen: the network of a stopped container is removed, and the container started again. clear: an external network that was never there.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    networks: [inner]
networks:
  inner: {}
YAML
docker compose up -d >/dev/null 2>&1
docker compose stop --timeout 1 >/dev/null 2>&1
docker network rm "${COMPOSE_PROJECT_NAME}_inner" >/dev/null
docker start "$COMPOSE_PROJECT_NAME-api-1" >/dev/null 2>&1 || true
record seen-network-removed
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    networks: [inner]
networks:
  inner: {external: true, name: hale-reproduce-never-made}
YAML
try
record clear-external-network-missing
gone

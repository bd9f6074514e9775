#!/bin/sh
# seen: a service waits for the health of one without a check. clear: the same with a check; a check that fails. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# waiting NAME MORE: a service that waits for a cache, and more of the cache.
waiting() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
    depends_on: {cache: {condition: service_healthy}}
  cache:
    image: hale.local/stand-in/redis:7
$2
YAML
}

waiting seen ''
docker compose up -d >/dev/null 2>&1 || true
record seen-no-check
blind blind-no-engine
gone

waiting clear '    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 1s}'
docker compose up -d --wait >/dev/null 2>&1
record clear-with-a-check
gone

waiting failing '    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 1}'
docker compose up -d >/dev/null 2>&1 || true
record clear-health-failing
gone

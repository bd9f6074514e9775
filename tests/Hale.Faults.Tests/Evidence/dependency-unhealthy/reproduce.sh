#!/bin/sh
# seen: the service that is waited for became healthy after Compose had given it up. clear: it is healthy from the start; it has ended. blind: no
# engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# waiting NAME COMMAND: a service that waits for the health of a slow one.
waiting() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
    depends_on: {slow: {condition: service_healthy}}
  slow:
    image: hale.local/stand-in/debian:trixie-slim
    command: $2
    init: true
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/ready"], interval: 6s, retries: 2}
YAML
}

waiting seen '["sh", "-c", "sleep 14; touch /tmp/ready; sleep infinity"]'
docker compose up -d >/dev/null 2>&1 || true
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do docker compose ps slow | grep -q '(healthy)' && break; sleep 1; done
record seen-healthy-too-late
blind blind-no-engine
gone

waiting clear '["sh", "-c", "touch /tmp/ready; sleep infinity"]'
docker compose up -d --wait >/dev/null 2>&1
record clear-in-time
gone

waiting ended '["true"]'
docker compose up -d >/dev/null 2>&1 || true
record clear-dependency-exited
gone

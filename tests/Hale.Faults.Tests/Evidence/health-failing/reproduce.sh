#!/bin/sh
# seen: the check's command fails again and again. clear: it fails while the start period lasts.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD-SHELL", "echo 'queue is stuck'; exit 1"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 4
record seen-own-words
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD-SHELL", "echo 'queue is stuck'; exit 1"], interval: 1s, retries: 2, start_period: 60s}
YAML
docker compose up -d >/dev/null 2>&1
sleep 4
record clear-start-period
gone

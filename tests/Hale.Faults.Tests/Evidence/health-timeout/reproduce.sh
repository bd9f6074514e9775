#!/bin/sh
# seen: a check that takes three seconds and may take one. clear: a check that fails at once.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD", "sleep", "3"], interval: 1s, timeout: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-slow-check
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD-SHELL", "curl -f http://localhost:8000/ || exit 1"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record clear-fails-at-once
gone

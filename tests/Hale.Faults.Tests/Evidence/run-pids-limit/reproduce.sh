#!/bin/sh
# seen: a shell that may have four processes, and gives up; a Python program with threads. clear: the same words without a limit.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["bash", "-c", "set -e; for i in 1 2 3 4 5 6 7 8; do sleep 600 & done; wait"]
    pids_limit: 4
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 20
record seen-shell
blind blind-no-engine
gone

project threads <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import threading, time\nfor i in range(20): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()"]
    pids_limit: 6
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-threads
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "RuntimeError: can't start new thread"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-no-limit
gone

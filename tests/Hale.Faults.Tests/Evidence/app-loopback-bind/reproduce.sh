#!/bin/sh
# seen: a server that listens at 127.0.0.1 alone; one in a shell's script. clear: it listens everywhere on another port. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "--bind", "127.0.0.1", "8000"]
    ports: ["18911:8000"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 3
record seen-an-argument
blind blind-no-engine
gone

project script <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: sh -c "echo begins && exec python -m http.server --bind 127.0.0.1 8000"
    ports: ["18911:8000"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 3
record seen-a-script
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8001"]
    ports: ["18911:8000"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 3
record clear-another-port
gone

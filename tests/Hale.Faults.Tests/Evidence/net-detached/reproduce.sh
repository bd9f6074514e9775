#!/bin/sh
# seen: a running container is taken off its network. clear: one that shares another one's network, and one that has none. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8000"]
  web:
    image: hale.local/stand-in/nginx:1.26
YAML
docker compose up -d >/dev/null 2>&1
docker network disconnect "${COMPOSE_PROJECT_NAME}_default" "$COMPOSE_PROJECT_NAME-api-1"
record seen-taken-off
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sleep", "600"]
    network_mode: none
  web:
    image: hale.local/stand-in/nginx:1.26
  beside:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sleep", "600"]
    network_mode: "service:web"
YAML
docker compose up -d >/dev/null 2>&1
record clear-none-of-its-own
gone

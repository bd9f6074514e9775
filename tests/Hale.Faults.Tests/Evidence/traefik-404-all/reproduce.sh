#!/bin/sh
# seen: a container that says what Traefik says to an engine that is too new for it (Traefik itself cannot be had here). clear: it knows a service and does
# not reach it. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  traefik:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo '2026-11-23T10:00:00Z ERR Failed to retrieve information of the docker client and server host error=\"Error response from daemon: client version 1.24 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version\" providerName=docker'; sleep 100000"]
    init: true
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record seen-replayed-too-new
blind blind-no-engine
gone

project clear <<'YAML'
services:
  traefik:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo \"2026-11-23T10:00:00Z DBG 504 Gateway Timeout error='dial tcp 172.18.0.9:80: i/o timeout'\"; sleep 100000"]
    init: true
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record clear-a-service-not-reached
gone

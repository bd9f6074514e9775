#!/bin/sh
# seen: a published port on an internal network. clear: the same on a network that is not; no port of its own. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# serving NAME NETWORK
serving() {
  project "$1" <<YAML
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["21102:80"]
networks:
  default: {$2}
YAML
}

serving seen "internal: true"
docker compose up -d >/dev/null 2>&1
record seen-internal-network
blind blind-no-engine
gone

serving clear ""
docker compose up -d >/dev/null 2>&1
record clear-published
gone

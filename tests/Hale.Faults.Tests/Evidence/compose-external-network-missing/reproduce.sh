#!/bin/sh
# seen: an external network that is not there; one that is there with the prefix of its project. clear: it is there. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# expecting NAME NETWORK: one service on an external network.
expecting() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    networks: [proxy]
networks:
  proxy: {external: true, name: $2}
YAML
}

expecting seen hale-reproduce-nobody
record seen-nobody-made-it
blind blind-no-engine

docker network create hale-reproduce-edge_hale-reproduce-proxy >/dev/null
expecting prefix hale-reproduce-proxy
record seen-without-its-prefix
docker network rm hale-reproduce-edge_hale-reproduce-proxy >/dev/null

docker network create hale-reproduce-there >/dev/null
expecting clear hale-reproduce-there
record clear-it-is-there
docker network rm hale-reproduce-there >/dev/null

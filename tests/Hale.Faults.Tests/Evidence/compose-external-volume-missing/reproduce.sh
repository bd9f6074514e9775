#!/bin/sh
# seen: an external volume that is not there. clear: it is there; a network is missing and no volume. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# expecting NAME VOLUME: one service with an external volume.
expecting() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    volumes: ["data:/data"]
volumes:
  data: {external: true, name: $2}
YAML
}

expecting seen hale-reproduce-nobody
record seen-nobody-made-it
blind blind-no-engine

docker volume create hale-reproduce-there >/dev/null
expecting clear hale-reproduce-there
record clear-it-is-there

expecting network hale-reproduce-there
cat >>compose.yaml <<'YAML'
networks:
  default: {external: true, name: hale-reproduce-nobody}
YAML
record clear-compose-external-network-missing
docker volume rm hale-reproduce-there >/dev/null

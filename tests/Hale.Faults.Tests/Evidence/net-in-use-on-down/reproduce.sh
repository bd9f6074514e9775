#!/bin/sh
# seen: a container that was started by hand is on the network of a stack that is down. clear: the stack is up. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
echo '    init: true' >>compose.yaml
docker compose up -d >/dev/null 2>&1
docker run -d --init --name hale-reproduce-guest --network "${COMPOSE_PROJECT_NAME}_default" hale.local/stand-in/debian:trixie-slim sleep infinity >/dev/null
record clear-stack-is-up
docker compose down --timeout 1 >/dev/null 2>&1
record seen-guest
blind blind-no-engine
docker rm -f hale-reproduce-guest >/dev/null
gone

#!/bin/sh
# seen: a container was killed through the engine. clear: one that did not stop in time; one whose process was killed behind the engine's back.
# blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
docker compose up -d >/dev/null 2>&1
docker compose kill >/dev/null 2>&1
record seen-killed
blind blind-no-engine
gone

plain clear
docker compose up -d >/dev/null 2>&1
docker compose stop --timeout 2 >/dev/null 2>&1
record clear-stop-timeout-sigkill
gone

plain behind
docker compose up -d >/dev/null 2>&1
kill -9 "$(docker inspect --format '{{.State.Pid}}' "$(docker compose ps -q app)")"
sleep 2
record clear-run-killed
gone

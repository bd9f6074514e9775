#!/bin/sh
# seen: an engine of its own, in a network namespace of its own, goes down and up again. clear: one container that was killed on it. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# engine: starts the second engine, with a bridge of its own; its data stays from one start to the next.
engine() {
  mkdir -p "$work/engine"
  unshare --net dockerd --data-root "$work/engine" --exec-root "$work/run" --host "unix://$work/engine.sock" --pidfile "$work/engine.pid" \
    --iptables=false --ip6tables=false >>"$work/engine.log" 2>&1 &
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do docker --host "unix://$work/engine.sock" info >/dev/null 2>&1 && break; sleep 1; done
}

mkdir -p "$work/engine"
mount -t tmpfs -o size=600m none "$work/engine"
engine
docker save hale.local/stand-in/debian:trixie-slim | docker --host "unix://$work/engine.sock" load >/dev/null
DOCKER_HOST="unix://$work/engine.sock"
export DOCKER_HOST
plain seen
cat >>compose.yaml <<'YAML'
    init: true
  worker:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
YAML
docker compose up -d >/dev/null 2>&1
docker compose kill app >/dev/null 2>&1
record clear-killed-by-user
docker compose up -d >/dev/null 2>&1
kill "$(cat "$work/engine.pid")"
while [ -e "$work/engine.pid" ]; do sleep 1; done
engine
record seen-engine-down-and-up
blind blind-no-engine
gone
no_own_engine

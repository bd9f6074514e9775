#!/bin/sh
# seen: hale brings up another checkout, whose web service waits for a slow one. clear: that one publishes the port by now. blind: no Compose.
. "$(dirname "$0")/../../Reproduce/lib.sh"
export XDG_STATE_HOME="$work/state"

project other <<'YAML'
services:
  slow:
    image: hale.local/stand-in/redis:7
    healthcheck: { test: ["CMD", "test", "-e", "/tmp/now"], interval: 1s, retries: 90 }
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18712:80"]
    depends_on: { slow: { condition: service_healthy } }
YAML
"$HALE" docker --yes --quiet >/dev/null 2>&1 &
other=$!
for _ in $(seq 100); do
  docker compose exec -T slow true 2>/dev/null && break
  sleep 0.2
done
folder=$PWD
project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18712:80"]
YAML
record seen-it-is-being-brought-up
apart blind-no-compose "$without_plugins"
(cd "$folder" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other docker compose exec -T slow touch /tmp/now)
wait $other
record clear-it-is-up
cd "$folder" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

#!/usr/bin/env bash
# Brings up four checkouts of the example and four of a second project at the same time, by eight processes, again and again, and looks whether each is
# healthy, alone with its names, ports and data, by asking the engine and the services.
#
#   proof/checkouts.sh [ROUNDS]        10 rounds
#
# HALE names the program. A line a round; the last line counts. Needs the images of examples/notes (bring it up once).
set -uo pipefail
readonly rounds=${1:-10}
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly home hale=${HALE:-$home/artifacts/dev/bin/hale}
work=$(mktemp -d)
export XDG_STATE_HOME=$work/state
unset COMPOSE_PROJECT_NAME
failed=0

second() {
  mkdir -p "$1"
  cat >"$1/compose.yaml" <<YAML
name: hale-checkouts-$$-queue
services:
  cache:
    image: hale.local/stand-in/redis:7
    container_name: hale-checkouts-$$-cache
    volumes: ["kept:/data"]
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s}
    ports: ["25380:6379"]
  web:
    image: hale.local/stand-in/nginx:1.26
    container_name: hale-checkouts-$$-web
    ports: ["25381:80", "127.0.0.1:25382:80"]
    depends_on: {cache: {condition: service_healthy}}
    networks: [default, inner]
volumes: {kept: {name: hale-checkouts-$$-kept}}
networks: {inner: {name: hale-checkouts-$$-inner}}
YAML
}

ours() { docker ps -a --filter "label=com.docker.compose.project.working_dir=${1%/}" "${@:2}"; }

# Each running container of a checkout, with its service.
check() {
  local folder=$1 expected=$2 id port
  [ "$(ours "$folder" -q --filter status=running | wc -l)" = "$expected" ] || { echo "$folder: not $expected containers run"; return 1; }
  [ "$(ours "$folder" --filter health=unhealthy -q | wc -l)" = 0 ] || { echo "$folder: unhealthy"; return 1; }
  for port in $(ours "$folder" --filter label=com.docker.compose.service=web --format '{{.Ports}}' | grep -oP '(0\.0\.0\.0|127\.0\.0\.1):\K\d+(?=->80/)'); do
    curl -fsS -o /dev/null --max-time 5 "http://127.0.0.1:$port/" || { echo "$folder: port $port does not answer"; return 1; }
  done
  id=$(ours "$folder" -q --filter "label=com.docker.compose.service=$3")
  # What one checkout writes no other one reads.
  case $3 in
    cache) docker exec "$id" redis-cli set "$folder" 1 >/dev/null && [ "$(docker exec "$id" redis-cli dbsize)" = 1 ] || { echo "$folder: shares its data"; return 1; } ;;
    db) docker exec "$id" sh -c 'psql -U "$POSTGRES_USER" -d "$POSTGRES_DB" -qtAc "set client_min_messages = warning; create table if not exists mine (name text primary key); insert into mine values ('"'$folder'"') on conflict do nothing; select count(*) from mine"' | tail -n 1 | grep -qx 1 || { echo "$folder: shares its data"; return 1; } ;;
  esac
}

# Names of a run of their own, so that no volume of an earlier one is met.
end() {
  for folder in "$work"/n?.d/*/; do (cd "$folder" && "$hale" down --volumes db-data >/dev/null 2>&1); done
  for folder in "$work"/p?.d/*/; do (cd "$folder" && "$hale" down --volumes kept >/dev/null 2>&1); done
  rm -rf "$work"
}
trap end EXIT

for number in 1 2 3 4; do
  cp -r "$home/examples/notes" "$work/n$number" && mkdir -p "$work/n$number.d" && mv "$work/n$number" "$work/n$number.d/notes-$$"
  second "$work/p$number.d/queue"
done
for round in $(seq "$rounds"); do
  began=$(date +%s.%N)
  pids=()
  for folder in "$work"/[np]?.d/*/; do
    (cd "$folder" && "$hale" docker --yes >"$folder/../said" 2>&1) &
    pids+=($!)
  done
  bad=0
  for pid in "${pids[@]}"; do wait "$pid" || bad=$((bad + 1)); done
  took=$(python3 -c "import time; print(f'{time.time() - $began:.1f}')")
  for folder in "$work"/n?.d/*/; do check "$folder" 5 db || bad=$((bad + 1)); done
  for folder in "$work"/p?.d/*/; do check "$folder" 2 cache || bad=$((bad + 1)); done
  printf 'round %s: %s s, %s wrong, load %s\n' "$round" "$took" "$bad" "$(cut -d ' ' -f 1 /proc/loadavg)"
  [ "$bad" = 0 ] || { failed=$((failed + 1)); for folder in "$work"/[np]?.d; do echo "== $folder"; tail -n 12 "$folder/said"; done; }
  for folder in "$work"/[np]?.d/*/; do (cd "$folder" && "$hale" down >/dev/null 2>&1) & done
  wait
done
echo "$((rounds - failed)) passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]

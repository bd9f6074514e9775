#!/usr/bin/env bash
# Measures a keeper (`hale docker --keep`) on the real engine and prints a Markdown table.
#
#   proof/watch.sh [ROUNDS]            7 rounds of three killed containers each; the rest is measured once
#
# HALE names the program, PORT the first of four host ports (25090). With RESTART_ENGINE=yes the engine that hale started is killed and started
# again at the end, and with it every container of this machine stops. Times are from just before the harm, which is done over the engine's
# socket, until the service itself answers at its port again. Every round has a keeper of its own, since one that has brought a service back
# a moment ago waits before it does so again.
set -euo pipefail
readonly rounds=${1:-7} port=${PORT:-25090} socket=${DOCKER_SOCKET:-/var/run/docker.sock}
hale=${HALE:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/artifacts/dev/bin/hale}
work=$(mktemp -d)
export COMPOSE_PROJECT_NAME=${COMPOSE_PROJECT_NAME:-hale-watch}
cd "$work"
trap '"$hale" down --volumes all --yes >>log 2>&1 || docker compose down -v >>log 2>&1; cd /; [ -n "${KEEP_LOG:-}" ] || rm -rf "$work"' EXIT

cat >compose.yaml <<YAML
services:
  cache:
    image: hale.local/stand-in/redis:7
    ports: ["$port:6379"]
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 10s}
  # Ill while /tmp/ill is there, which a start removes: the engine sees it within 10 s.
  web:
    image: hale.local/stand-in/nginx:1.26
    command: ["sh", "-c", "rm -f /tmp/ill; exec nginx -g 'daemon off;'"]
    ports: ["$((port + 1)):80"]
    depends_on: {cache: {condition: service_healthy}}
    healthcheck: {test: ["CMD-SHELL", "test ! -e /tmp/ill && curl -fsS -o /dev/null http://127.0.0.1/"], interval: 5s, retries: 2}
  # The check that everyone writes: the engine would take 90 s and more to see that it hangs.
  page:
    image: hale.local/stand-in/nginx:1.26
    ports: ["$((port + 2)):80"]
    healthcheck: {test: ["CMD", "curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1/"], interval: 30s, timeout: 3s, retries: 3}
  # Asks the cache over one connection that it opens when it starts, and never opens another.
  count:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-u", "/app/count.py"]
    volumes: ["./count.py:/app/count.py:ro"]
    ports: ["$((port + 3)):8000"]
    depends_on: {cache: {condition: service_healthy}}
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/', timeout=2)"], interval: 10s}
YAML
cat >count.py <<'PYTHON'
import http.server, socket

cache = socket.create_connection(("cache", 6379), 2)


class Count(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            cache.sendall(b"INCR visits\r\n")
            well = cache.recv(64).startswith(b":")
        except OSError:
            well = False
        self.send_response(200 if well else 500)
        self.end_headers()

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("", 8000), Count).serve_forever()
PYTHON

# --- asking and harming -------------------------------------------------------------------------------------------------

now() { printf '%s' "$((${EPOCHREALTIME/./} / 1000))"; }
id_of() { docker ps -aq --no-trunc --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$1"; }
engine() { curl -sS --unix-socket "$socket" "http://engine/$1" "${@:2}"; }
pong() {
  local answer
  { exec 7<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'PING\r\n' >&7 && IFS= read -r -t 1 answer <&7 2>/dev/null
  exec 7>&-
  [[ ${answer:-} = +PONG* ]]
}
answers() {
  case $1 in
    cache) pong "$port" ;;
    web) curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$((port + 1))/" 2>/dev/null ;;
    page) curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$((port + 2))/" 2>/dev/null ;;
    count) curl -fsS -m 1 -o /dev/null "http://127.0.0.1:$((port + 3))/" 2>/dev/null ;;
  esac
}
# until SECONDS COMMAND...: every 20 ms; gives up aloud.
until_() {
  local end=$(($(now) + $1 * 1000))
  while ! "${@:2}"; do
    [ "$(now)" -lt "$end" ] || { echo "not so within $1 s: ${*:2}" >&2; cat .hale/keeper.log >&2; exit 1; }
    sleep 0.02
  done
}
not() { ! "$@"; }
state_is() { [ "$(engine "containers/$1/json" | grep -oP '"Health":\{"Status":"\K\w+')" = "$2" ]; }
has_network() { engine "containers/$1/json" | grep -qF "\"NetworkID\":\"$2"; }
middle_and_most() { sort -n | awk '{ all[NR] = $1 } END { printf "%.2f s | %.2f s", all[int((NR + 1) / 2)] / 1000, all[NR] / 1000 }'; }
seconds() { awk -v ms="$1" 'BEGIN { printf "%.1f s", ms / 1000 }'; }
keeper() { "$hale" keeper status --json | grep -oP '"pid":\K\d+'; }
load() { cut -d ' ' -f 1 /proc/loadavg; }

row() { printf '| %s |\n' "$*"; }

# --- measuring ----------------------------------------------------------------------------------------------------------

"$hale" docker --yes >log 2>&1 || { cat log >&2; exit 1; }
echo "Machine: $(nproc) cores, load $(load) at the beginning; engine $(docker version -f '{{.Server.Version}}')."
echo
row "what | median | most | target"
row "--- | --- | --- | ---"

for ((round = 0; round < rounds; round++)); do
  "$hale" keeper stop >>log 2>&1
  "$hale" docker --keep >>log 2>&1
  for service in cache web page; do
    id=$(id_of "$service")
    until_ 60 state_is "$id" healthy
    began=$(now)
    engine "containers/$id/kill" -X POST
    until_ 60 not state_is "$id" healthy
    until_ 60 answers "$service"
    echo "$(($(now) - began))" >>ready
    engine "containers/$id/json" | python3 -c '
import datetime, json, sys
state = json.load(sys.stdin)["State"]
at = [datetime.datetime.fromisoformat(state[name][:26].rstrip("Z")) for name in ("FinishedAt", "StartedAt")]
print(round((at[1] - at[0]).total_seconds() * 1000))' >>running
    sleep 1
  done
done
row "a killed container runs again, by the engine's clock ($(wc -l <running) times) | $(middle_and_most <running) | 2 s"
row "a killed container answers again ($(wc -l <ready) times) | $(middle_and_most <ready) | 2 s"

"$hale" keeper stop >>log 2>&1
"$hale" docker --keep >>log 2>&1
pid=$(keeper)
sleep 5
ticks() { awk '{ print $14 + $15 }' "/proc/$pid/stat"; }
before=$(ticks)
sleep 60
used=$(($(ticks) - before))
row "a keeper with nothing to do, over 60 s: share of a core | $(awk -v used="$used" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.2f %%", used * 100 / hz / 60 }') | | 1 %"
row "its memory (resident, and at its most) | $(awk '/VmRSS/ { printf "%.0f MB", $2 / 1000 }' "/proc/$pid/status") | $(awk '/VmHWM/ { printf "%.0f MB", $2 / 1000 }' "/proc/$pid/status") | 60 MB"

network=$(docker network ls -q --no-trunc --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME")
for service in cache web page; do
  id=$(id_of "$service")
  began=$(now)
  engine "networks/$network/disconnect" -X POST -H 'Content-Type: application/json' -d "{\"Container\":\"$id\"}"
  until_ 60 has_network "$id" "$network"
  until_ 60 answers "$service"
  echo "$(($(now) - began))" >>cut
  sleep 2
done
row "a cut network is back and the port answers ($(wc -l <cut) times) | $(middle_and_most <cut) | 2 s"

id=$(id_of cache)
began=$(now)
engine "containers/$id/pause" -X POST
until_ 60 answers cache
row "a paused container goes on | $(seconds $(($(now) - began))) | | 10 s and 2 s"

id=$(id_of web)
until_ 60 state_is "$id" healthy
began=$(now)
docker exec "$id" touch /tmp/ill
until_ 60 state_is "$id" unhealthy
seen=$(($(now) - began))
until_ 60 docker exec "$id" test ! -e /tmp/ill
until_ 60 answers web
row "an unhealthy service is back (seen by the engine after $(seconds "$seen")) | $(seconds $(($(now) - began))) | | $(seconds $((2 * seen)))"

id=$(id_of page)
began=$(now)
# Master and workers stand still, as in a deadlock: connections are taken, and nothing is answered.
pids=$(docker top "$id" -eo pid | tail -n +2)
kill -STOP $pids
until_ 20 not answers page
until_ 200 answers page
row "a service that hangs is back (interval 30 s, retries 3: seen by the engine after 90 s and more) | $(seconds $(($(now) - began))) | | 180 s"

until_ 60 answers count
began=$(now)
docker restart --time 1 "$(id_of cache)" >>log
until_ 20 not answers count
until_ 60 answers count
row "a service that does not take up its connection to a restarted one again | $(seconds $(($(now) - began))) | | 10 s and 10 s"

restart_engine() {
  local words
  mapfile -d '' -t words <"/proc/$1/cmdline"
  kill -9 "$1"
  while kill -0 "$1" 2>/dev/null; do sleep 0.05; done
  setsid "${words[@]}" >>engine.log 2>&1 </dev/null &
  until_ 60 docker version >>log 2>&1
}
if [ "${RESTART_ENGINE:-}" = yes ]; then
  began=$(now)
  restart_engine "$("$hale" engine status --json | grep -oP '"startedByHale":\K\d+')"
  back=$(now)
  for service in cache web page count; do until_ 90 answers "$service"; done
  row "all is back after the engine was killed (it answered again after $(seconds $((back - began)))) | $(seconds $(($(now) - began))) | | "
fi

echo
echo "Load $(load) at the end."

#!/bin/sh
# seen: a program that has the name of the engine's forwarder listens, and no container publishes the port. clear: the forwarder of another project's
# container. blind: no engine. The program is Python under another name: to kill the engine itself is not for a shared one.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18906:80"]
YAML
python3 -c 'open("/proc/self/comm", "w").write("docker-proxy"); import http.server; http.server.test(port=18906)' >/dev/null 2>&1 &
server=$!
sleep 1
record seen-no-container
blind blind-no-engine
kill $server

project other <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18907:80"]
YAML
docker compose up -d >/dev/null 2>&1
other=$PWD
project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18907:80"]
YAML
record clear-another-container
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

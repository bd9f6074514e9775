#!/bin/sh
# seen: a program that has the name of the Control Center of macOS listens on the published port (there is no macOS here). clear: a program of another name. blind: the
# engine is on another machine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["21050:80"]
YAML
python3 -c 'open("/proc/self/comm", "w").write("ControlCe"); import http.server; http.server.test(port=21050)' >/dev/null 2>&1 &
server=$!
sleep 1
record seen-replayed-control-center
DOCKER_HOST=tcp://127.0.0.1:9 record blind-remote-engine
kill $server

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["21051:80"]
YAML
python3 -m http.server 21051 >/dev/null 2>&1 &
server=$!
sleep 1
record clear-port-host-process
kill $server

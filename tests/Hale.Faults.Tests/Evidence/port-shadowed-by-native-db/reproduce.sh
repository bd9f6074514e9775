#!/bin/sh
# seen: a program of the machine listens at loopback where the stack publishes at another address. clear: both want the same address. blind: no engine here.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    ports: ["127.0.0.2:18905:5432"]
YAML
python3 -m http.server --bind 127.0.0.1 18905 >/dev/null 2>&1 &
server=$!
sleep 1
record seen-two-listeners
DOCKER_HOST=tcp://127.0.0.1:9 record blind-remote-engine

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    ports: ["18905:5432"]
YAML
record clear-the-same-address
kill $server

#!/bin/sh
# seen: Compose's refusal of a network, with the engine's words for a spent pool in place of its own: to spend the pools of a shared engine is not for a test.
# clear: a fixed range that another network has. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project other <<'YAML'
services:
  db: {image: "hale.local/stand-in/redis:7", networks: [inner]}
networks:
  inner: {ipam: {config: [{subnet: 10.231.187.0/24}]}}
YAML
docker compose up -d >/dev/null 2>&1
docker compose rm -fs >/dev/null 2>&1
other=$PWD

project clear <<'YAML'
services:
  db: {image: "hale.local/stand-in/redis:7", networks: [inner]}
networks:
  inner: {ipam: {config: [{subnet: 10.231.187.128/25}]}}
YAML
try
record clear-a-fixed-range
blind blind-no-engine
mkdir -p "$here/seen-replayed-spent"
python3 - "$here" <<'PY'
import json, sys
evidence = json.load(open(sys.argv[1] + "/clear-a-fixed-range/evidence.json"))
said = evidence["attempt"]["known"]["composeSaid"]
evidence["attempt"]["known"]["composeSaid"] = [line.split("Error response from daemon: ")[0] + "Error response from daemon: could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network" if "overlaps" in line else line for line in said]
for network in evidence["model"]["known"]["stack"]["networks"]:
    network["subnets"] = []
json.dump(evidence, open(sys.argv[1] + "/seen-replayed-spent/evidence.json", "w"), indent=2)
PY
gone
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

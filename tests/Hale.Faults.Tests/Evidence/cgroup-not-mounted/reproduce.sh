#!/bin/sh
# seen: a real refusal to publish a port, with the recorded words of the other in place of its own (faults.md). clear: the refusal as it was.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["24110:80"]
YAML
python3 -m http.server 24110 >/dev/null 2>&1 &
server=$!
sleep 1
try
record clear-port-taken
blind blind-no-engine
kill $server
mkdir -p "$here/seen-replayed-no-systemd"
python3 - "$here" <<'PY'
import re, sys
text = open(sys.argv[1] + "/clear-port-taken/evidence.json").read()
text = re.sub(r'driver failed programming external connectivity[^"]*?address already in use', "cgroups: cannot find cgroup mount destination: unknown", text)
open(sys.argv[1] + "/seen-replayed-no-systemd/evidence.json", "w").write(text)
PY
gone

#!/bin/sh
# seen: the engine's refusal of a published port, with that of Docker Desktop on Windows in place of its own. clear: the refusal as it was. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18910:80"]
YAML
python3 -m http.server 18910 >/dev/null 2>&1 &
server=$!
sleep 1
try
record clear-port-taken
blind blind-no-engine
kill $server
mkdir -p "$here/seen-replayed-windows"
python3 - "$here" <<'PY'
import re, sys
text = open(sys.argv[1] + "/clear-port-taken/evidence.json").read()
text = re.sub(r'driver failed programming external connectivity[^"]*?address already in use', "Ports are not available: exposing port TCP 0.0.0.0:18910 -> 0.0.0.0:0: listen tcp 0.0.0.0:18910: bind: An attempt was made to access a socket in a way forbidden by its access permissions.", text)
open(sys.argv[1] + "/seen-replayed-windows/evidence.json", "w").write(text)
PY
gone

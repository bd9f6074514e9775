#!/bin/sh
# seen: a real refusal to publish a port, with the recorded words of the other in place of its own (faults.md). clear: the refusal as it was.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["24111:80"]
YAML
python3 -m http.server 24111 >/dev/null 2>&1 &
server=$!
sleep 1
try
record clear-port-taken
blind blind-no-engine
kill $server
mkdir -p "$here/seen-replayed-upgraded"
python3 - "$here" <<'PY'
import re, sys
text = open(sys.argv[1] + "/clear-port-taken/evidence.json").read()
text = re.sub(r'driver failed programming external connectivity[^"]*?address already in use', "failed to create endpoint web on network bridge: failed to add the host (veth1a2b3c4) <=> sandbox (veth5d6e7f8) pair interfaces: operation not supported", text)
open(sys.argv[1] + "/seen-replayed-upgraded/evidence.json", "w").write(text)
PY
gone

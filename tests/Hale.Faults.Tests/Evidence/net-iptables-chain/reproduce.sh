#!/bin/sh
# seen: the engine's refusal of a published port, with its words for a flushed firewall in place of its own. clear: the refusal as it was. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18909:80"]
YAML
python3 -m http.server 18909 >/dev/null 2>&1 &
server=$!
sleep 1
try
record clear-port-taken
blind blind-no-engine
kill $server
mkdir -p "$here/seen-replayed-flushed"
python3 - "$here" <<'PY'
import sys
text = open(sys.argv[1] + "/clear-port-taken/evidence.json").read()
import re
text = re.sub(r'Error starting userland proxy: [^"]*?address already in use', r" (iptables failed: iptables --wait -t nat -A DOCKER -p tcp -d 0/0 --dport 18909 -j DNAT --to-destination 172.18.0.2:80 ! -i br-0: iptables: No chain/target/match by that name.\\n (exit status 1))", text)
open(sys.argv[1] + "/seen-replayed-flushed/evidence.json", "w").write(text)
PY
gone

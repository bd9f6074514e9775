#!/bin/sh
# seen: a real refusal to publish a port, with the recorded words of the other in place of its own (faults.md). clear: the refusal as it was.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["843:80"]
YAML
python3 -m http.server 843 >/dev/null 2>&1 &
server=$!
sleep 1
try
record clear-port-taken
blind blind-no-engine
kill $server
mkdir -p "$here/seen-replayed-rootless"
python3 - "$here" <<'PY'
import re, sys
text = open(sys.argv[1] + "/clear-port-taken/evidence.json").read()
text = re.sub(r'driver failed programming external connectivity[^"]*?address already in use', "driver failed programming external connectivity on endpoint web: Error starting userland proxy: error while calling PortManager.AddPort(): cannot expose privileged port 843, you can add 'net.ipv4.ip_unprivileged_port_start=843' to /etc/sysctl.conf (currently 1024), or set CAP_NET_BIND_SERVICE on rootlesskit binary, or choose a larger port number (>= 1024): listen tcp4 0.0.0.0:843: bind: permission denied", text)
open(sys.argv[1] + "/seen-replayed-rootless/evidence.json", "w").write(text)
PY
gone

#!/bin/sh
# seen: a server that is started twice; Vite that may not move; the network of the host. clear: the engine's own refusal. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

vite seen 'node server.js & sleep 1; exec node server.js'
echo "require('http').createServer().listen(3000)" >server.js
up 4
record seen-twice
blind blind-no-engine
gone

vite strict 'node first.js & sleep 1; exec node node_modules/vite/bin/vite.js --host 0.0.0.0 --strictPort'
echo "require('http').createServer().listen(5173)" >first.js
up
record seen-vite-strict
gone

node -e "require('http').createServer().listen(21112)" &
holder=$!
vite host 'exec node server.js'
sed -i 's/    ports: .*/    network_mode: host/' compose.yaml
echo "require('http').createServer().listen(21112)" >server.js
up 4
record seen-the-host
gone

vite clear 'exec node server.js'
echo "require('http').createServer().listen(3000)" >server.js
sed -i 's/[0-9]*:5173/21112:3000/' compose.yaml
up 4
kill "$holder"
record clear-port-host-process
gone

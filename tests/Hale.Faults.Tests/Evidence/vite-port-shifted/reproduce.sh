#!/bin/sh
# seen: something else in the container holds Vite's port at loopback. clear: a server that is told another port
# than the published one, which is the evidence of app-wrong-target-port.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

vite seen 'node first.js & sleep 1; vite --host 0.0.0.0'
echo "require('http').createServer().listen(5173, '127.0.0.1')" >first.js
up
record seen-held-at-loopback
blind blind-no-engine
gone

#!/bin/sh
# seen: a service runs the project's own code in a pulled image, behind a network that inspects TLS. clear: a machine to which no authority was
# added. blind: the hosts that are asked do not answer in time; nothing listens at the proxy's address. Replayed: the authority and its
# fingerprint were given other names than the machine's own. To be run behind such a network.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  dev:
    image: hale.local/stand-in/node:20-slim
    working_dir: /app
    command: npm start
    volumes: [".:/app"]
YAML
echo '{"name": "app", "version": "1.0.0", "scripts": {"start": "node index.js"}}' >package.json
record seen-own-code-in-a-pulled-image
mkdir -p "$here/clear-nobody-inspects" "$here/blind-no-answer"
uninspected "$HALE" troubleshoot "$fault" --save "$here/clear-nobody-inspects/evidence.json" >/dev/null || true
HTTPS_PROXY=http://192.0.2.1:3128 "$HALE" troubleshoot "$fault" --save "$here/blind-no-answer/evidence.json" >/dev/null || true

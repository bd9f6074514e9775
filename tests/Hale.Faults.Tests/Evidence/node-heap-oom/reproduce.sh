#!/bin/sh
# seen: a heap that is set too small. clear: the kernel ends it at the container's limit.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "--max-old-space-size=20", "-e", "const a=[]; for (let i=0;i<1.6e6;i++) a.push({i}); setInterval(()=>a.length,1e3)"]
    mem_limit: 160m
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
sleep 2
record seen-set-small
blind blind-no-engine
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "--max-old-space-size=900", "-e", "const a=[]; for (let i=0;i<1.6e6;i++) a.push({i}); setInterval(()=>a.length,1e3)"]
    mem_limit: 40m
    memswap_limit: 40m
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
sleep 2
record clear-ended-by-the-kernel
gone

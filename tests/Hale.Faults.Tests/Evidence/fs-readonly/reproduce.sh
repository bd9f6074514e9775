#!/bin/sh
# seen: a container that is read-only; a mount that is. clear: the service is denied. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project root <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    command: ["sh", "-c", "set -e; mkdir -p /var/cache/nginx/pages; touch /run/here; exec sleep 100000"]
    read_only: true
    init: true
YAML
try
record seen-read-only-container
blind blind-no-engine
gone

project mount <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["touch", "/uploads/first"]
    volumes: ["uploads:/uploads:ro"]
volumes: {uploads: {}}
YAML
try
record seen-read-only-mount
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: "1000:1000"
    command: ["touch", "/uploads/first"]
    volumes: ["uploads:/uploads"]
volumes: {uploads: {}}
YAML
try
record clear-denied
gone

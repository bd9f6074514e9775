#!/bin/sh
# seen: a new volume is root's, and the service is not. clear: the mount is read-only. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: "1000:1000"
    command: ["touch", "/uploads/first"]
    volumes: ["uploads:/uploads"]
volumes: {uploads: {}}
YAML
try
record seen-a-new-volume
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: "1000:1000"
    command: ["touch", "/uploads/first"]
    volumes: ["uploads:/uploads:ro"]
volumes: {uploads: {}}
YAML
try
record clear-read-only
gone

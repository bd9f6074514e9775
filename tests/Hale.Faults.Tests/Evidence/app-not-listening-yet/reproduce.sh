#!/bin/sh
# seen: nothing listens for longer than it has time. clear: it listens on another port. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: sh -c "echo compiling; sleep 85; exec python -m http.server 8000"
    ports: ["18913:8000"]
YAML
try
record seen-compiling
blind blind-no-engine
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8001"]
    ports: ["18913:8000"]
YAML
try
record clear-another-port
gone

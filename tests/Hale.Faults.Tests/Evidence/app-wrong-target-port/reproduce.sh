#!/bin/sh
# seen: the server listens on another port than the mapping's. clear: on the right port at loopback alone. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8000"]
    ports: ["18912:9999"]
YAML
try
record seen-another-port
blind blind-no-engine
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "--bind", "127.0.0.1", "8000"]
    ports: ["18912:8000"]
YAML
try
record clear-at-loopback
gone

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment:
      - GREETING="hello there"
YAML
record seen-in-a-list

project whole <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment:
      - "GREETING=hello there"
      - NAME=it's
YAML
record clear-around-the-whole

project file <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: app.env
YAML
echo 'GREETING="hello there"' >app.env
record clear-in-an-environment-file

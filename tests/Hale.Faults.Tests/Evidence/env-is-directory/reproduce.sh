#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
mkdir .env
echo GREETING=hello >.env.example
record seen-made-by-a-mount

project defaults <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING:-hello}"}
YAML
mkdir .env
record seen-all-have-defaults

project none <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
echo GREETING=hello >.env.example
record clear-env-dotenv-missing

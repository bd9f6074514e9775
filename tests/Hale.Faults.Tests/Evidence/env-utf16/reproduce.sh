#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
printf 'GREETING=hello\r\n' | iconv -f UTF-8 -t UTF-16 >.env
record seen-powershell

project mark <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
printf '\357\273\277GREETING=hello\n' >.env
record clear-env-bom

project prose <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
echo 'GREETING hello' >.env
record clear-env-line-not-assignment

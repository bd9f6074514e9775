#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
echo GREETING=hello >.env
export GREETING=shell
record seen-exported

project same <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {GREETING: "${GREETING}"}
YAML
echo GREETING=shell >.env
record clear-same-value

# clear: the shell has it, and the Compose file does not use it.
project unused <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {NAME: "${NAME:-x}"}
YAML
echo GREETING=hello >.env
record clear-not-used

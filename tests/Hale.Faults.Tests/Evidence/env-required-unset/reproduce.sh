#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project hint <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {PASSWORD: "${DB_PASSWORD:?set it in .env}"}
END
record seen-with-a-hint

project empty <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {PASSWORD: "${DB_PASSWORD:?}"}
END
echo DB_PASSWORD= >.env
record seen-empty

project plain <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {PASSWORD: "${DB_PASSWORD}"}
END
record clear-not-required

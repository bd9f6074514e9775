#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project list <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    ports: "19200:80"
END
record seen-no-list

project unit <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    healthcheck: {test: "true", interval: 10}
END
record seen-number-without-unit

project unknown <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    port: ["19200:80"]
END
record clear-unknown-key

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project old <<'END'
version: "3.8"
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
record seen-old-header

project unset <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["echo", "${GREETING}"]
END
record clear-another-warning

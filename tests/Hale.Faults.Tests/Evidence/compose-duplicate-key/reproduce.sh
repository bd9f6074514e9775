#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project twice <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
    init: false
END
record seen-twice-in-a-service

project unknown <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    initt: true
END
record clear-unknown-key

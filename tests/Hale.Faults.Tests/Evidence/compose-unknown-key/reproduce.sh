#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project service <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    restrat: always
END
record seen-in-a-service

project top <<'END'
service:
  app: {image: x}
END
record seen-at-the-top

project far <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    frobnicate: true
END
record seen-nothing-near

project newer <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    provider: {type: awesome}
END
record clear-newer-key

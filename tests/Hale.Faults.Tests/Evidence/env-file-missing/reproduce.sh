#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project named <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: app.env
END
record seen-no-template

project interpolation <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["echo", "${GREETING}"]
END
record clear-no-env-file-named

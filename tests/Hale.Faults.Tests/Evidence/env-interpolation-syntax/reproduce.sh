#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project blank <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["echo", "${DB PASS}"]
END
record seen-blank-in-the-name

project shell <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["echo", "${NAME%.*}"]
END
record seen-form-of-a-shell

project required <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["echo", "${NAME:?set it}"]
END
record clear-required

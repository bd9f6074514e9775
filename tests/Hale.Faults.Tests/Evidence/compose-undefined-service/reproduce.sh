#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project renamed <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    depends_on: [db]
END
record seen-not-declared

project volume <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    volumes: ["data:/data"]
END
record clear-a-volume-is-not-declared

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project circle <<'END'
services:
  api: {image: "hale.local/stand-in/debian:trixie-slim", depends_on: [worker]}
  worker: {image: "hale.local/stand-in/debian:trixie-slim", depends_on: [api]}
END
record seen-two-services

project undefined <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    depends_on: [db]
END
record clear-not-declared

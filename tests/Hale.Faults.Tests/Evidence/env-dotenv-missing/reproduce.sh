#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project fresh <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
END
echo GREETING=hello >.env.example
record seen-fresh-checkout

project no-template <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
END
record clear-no-template

project optional <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file:
      - path: .env.local
        required: false
END
echo GREETING=hello >.env.local.example
record clear-not-required

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project volume <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    volumes: ["data:/data"]
END
record seen-volume

project network <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    networks: [inner]
END
record seen-network

project secret <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    secrets: [token]
END
record seen-secret

project service <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    depends_on: [db]
END
record clear-a-service-is-not-declared

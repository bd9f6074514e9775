#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project include <<'END'
include: [infra/compose.yaml]
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
record seen-include

project extends <<'END'
services:
  app:
    extends: {file: base.yaml, service: app}
END
record seen-extends

project envfile <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: settings.yaml
END
record clear-env-file

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project service <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    provider: {type: awesome}
END
record seen-provider

project top <<'END'
models: {llm: {model: ai/smollm2}}
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
record seen-models

project typo <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    restrat: always
END
record clear-misspelt-key

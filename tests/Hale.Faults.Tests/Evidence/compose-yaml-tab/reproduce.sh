#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project tab <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: true
END
printf '\tinit: true\n' >>compose.yaml
record seen-tab

project indent <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
   ports:
    - 80
END
record clear-slipped-indentation

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project indent <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
   ports:
    - 80
END
record seen-slipped-indentation

project colon <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: echo ready: yes
END
record seen-colon-without-quotes

project tab <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: true
END
printf '\tinit: true\n' >>compose.yaml
record clear-tab

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project words <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
printf 'GREETING=hello\nNAME app\n' >.env
record seen-forgotten-sign

project open <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
printf 'GREETING="hello\nNAME=app\n' >.env
record clear-open-quote

project nameless <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    init: true
END
printf 'GREETING=hello\n=app\n' >.env
record seen-no-name

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project merge <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
<<<<<<< HEAD
    init: true
=======
    init: false
>>>>>>> other
END
record seen-unfinished-merge

project indent <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
   ports:
    - 80
END
record clear-slipped-indentation

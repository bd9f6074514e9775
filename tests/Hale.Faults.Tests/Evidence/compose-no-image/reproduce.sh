#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project skeleton <<'END'
services:
  app:
    command: sleep infinity
END
record seen-command-alone

project typo <<'END'
services:
  app:
    imgae: x
END
record clear-misspelt-image

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project empty <<'END'
END
record seen-empty-file

plain none
rm compose.yaml
record clear-no-file

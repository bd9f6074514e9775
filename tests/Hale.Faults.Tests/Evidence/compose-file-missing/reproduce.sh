#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain none
rm compose.yaml
record seen-nothing-here

plain deeper
mkdir backend
mv compose.yaml backend/
record seen-in-a-folder-below

project empty <<'END'
END
record clear-empty-file

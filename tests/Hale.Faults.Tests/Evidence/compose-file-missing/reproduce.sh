#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain none
rm compose.yaml
record seen-nothing-here

plain deeper
mkdir backend
mv compose.yaml backend/
record seen-in-a-folder-below

plain folder
rm compose.yaml
mkdir compose.yaml
record seen-a-folder-in-its-place

plain named
COMPOSE_FILE=compose.yaml:compose.prod.yaml
export COMPOSE_FILE
record seen-named-and-not-there
unset COMPOSE_FILE

project empty <<'END'
END
record clear-empty-file

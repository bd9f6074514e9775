#!/bin/sh
# seen: an empty folder over the program's own. clear: the folder holds files, and not the one that is wanted. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "/srv/app/main.py"]
    volumes: ["./scr:/srv/app"]
YAML
try
record seen-misspelt-folder
blind blind-no-engine
touch scr/other.py
record clear-folder-holds-others
gone

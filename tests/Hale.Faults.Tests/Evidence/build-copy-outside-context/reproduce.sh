#!/bin/sh
# seen: a folder beside the context. clear: a path inside the context that is not there.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    build: api
YAML
mkdir api shared
echo hi >shared/types.txt
printf 'FROM hale.local/stand-in/debian:trixie-slim\nCOPY ../shared/types.txt /app/\n' >api/Dockerfile
try
record seen-a-folder-beside
gone

project clear <<'YAML'
services:
  api:
    build: api
YAML
mkdir api shared
echo hi >shared/types.txt
printf 'FROM hale.local/stand-in/debian:trixie-slim\nCOPY shared/types.txt /app/\n' >api/Dockerfile
try
record clear-inside
gone

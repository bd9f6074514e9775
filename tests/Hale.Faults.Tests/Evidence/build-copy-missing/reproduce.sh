#!/bin/sh
# seen: a file that is nowhere; one that lies elsewhere and that Git leaves out. clear: the file is there and is ignored.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
try
record seen-nowhere
gone

building elsewhere <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY dist /app/dist
DOCKERFILE
mkdir -p web/dist
echo dist/ >.gitignore
try
record seen-elsewhere-and-git-ignored
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
echo '{}' >settings.json
echo '*.json' >.dockerignore
try
record clear-ignored
gone

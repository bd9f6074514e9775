#!/bin/sh
# seen: a line of .dockerignore; a line of the ignore file of the Dockerfile. clear: the file is nowhere.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
echo '{}' >settings.json
printf '# caches\nnode_modules\n*.json\n' >.dockerignore
try
record seen-a-wide-pattern
gone

building own <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY assets/logo.svg /app/
DOCKERFILE
mkdir assets
echo '<svg/>' >assets/logo.svg
echo assets >Dockerfile.dockerignore
try
record seen-the-ignore-file-of-the-dockerfile
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
echo '*.md' >.dockerignore
try
record clear-nowhere
gone

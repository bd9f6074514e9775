#!/bin/sh
# seen-replayed: the race cannot be had at will, so the file is made after a real failure, as when it came too late. clear: it is still lacking.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
try
record clear-nowhere
echo '{}' >settings.json
record seen-replayed-there-after-all
gone

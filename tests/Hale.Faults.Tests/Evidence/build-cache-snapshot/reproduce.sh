#!/bin/sh
# seen-replayed: a real failed step with the words of BuildKit on an engine that keeps images in containerd, which this engine does not. clear: a file that is not found.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY settings.json /app/
DOCKERFILE
try
record clear-a-file
mkdir -p "$here/seen-replayed-containerd"
sed 's/"error": ".*"/"error": "failed to prepare extraction snapshot \\"extract-912416345-Zm9v sha256:7c5b\\": parent snapshot sha256:3c4a does not exist: not found"/' \
  "$here/clear-a-file/evidence.json" >"$here/seen-replayed-containerd/evidence.json"
gone

#!/bin/sh
# seen: a file was changed after Hale had built the image. clear: none was. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

changing() {
  building "$1" <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY words /
CMD ["sleep", "infinity"]
DOCKERFILE
  echo one >words
}

changing seen
"$HALE" docker --yes >/dev/null 2>&1
echo two >words
record seen-a-file
blind blind-no-engine
gone

changing clear
"$HALE" docker --yes >/dev/null 2>&1
record clear-unchanged
gone

#!/bin/sh
# seen: COPY without a target; an empty file; no FROM. clear: an unknown instruction.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY one
DOCKERFILE
try
record seen-no-target
gone

building empty <<'DOCKERFILE'
DOCKERFILE
try
record seen-empty
gone

building from <<'DOCKERFILE'
RUN echo hi
DOCKERFILE
try
record seen-no-from
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUM echo hi
DOCKERFILE
try
record clear-a-typo
gone

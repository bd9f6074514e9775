#!/bin/sh
# seen: RUM; the marker of a merge. clear: an instruction that lacks something.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUM echo hi
DOCKERFILE
try
record seen-rum
gone

building merge <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
<<<<<<< HEAD
RUN echo one
=======
RUN echo two
>>>>>>> main
DOCKERFILE
try
record seen-a-merge
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY one
DOCKERFILE
try
record clear-no-target
gone

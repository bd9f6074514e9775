#!/bin/sh
# seen: a required secret that is not passed. clear: the same words from a program of the step.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN --mount=type=secret,id=npm_token,required=true cat /run/secrets/npm_token
DOCKERFILE
try
record seen-not-passed
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN --mount=type=secret,id=npm_token cat /run/secrets/npm_token
DOCKERFILE
try
record clear-not-required
gone

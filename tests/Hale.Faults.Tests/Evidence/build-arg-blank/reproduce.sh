#!/bin/sh
# seen: an argument without a value. clear: a Dockerfile that cannot be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
ARG PYTHON
FROM hale.local/stand-in/python:${PYTHON}
DOCKERFILE
try
record seen-no-default
gone

building clear <<'DOCKERFILE'
FROM
DOCKERFILE
try
record clear-no-name-at-all
gone

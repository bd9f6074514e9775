#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
record seen-not-committed

poetry_project copied
pyproject
sed -i 's/^COPY.*/COPY pyproject.toml poetry.lock .\//' Dockerfile
record seen-copied-by-name

# clear: nothing in the stack is built with Poetry.
plain other
pyproject
record clear-not-built-here

poetry_project empty
pyproject
: >poetry.lock
record clear-poetry-lock-empty

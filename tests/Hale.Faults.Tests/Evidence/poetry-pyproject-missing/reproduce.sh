#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
sed -i 's/^COPY.*//' Dockerfile
try
record seen-not-copied
gone

poetry_project slip
pyproject 'broken = '
try
record clear-poetry-pyproject-invalid
gone

plain calm
blind blind-no-engine

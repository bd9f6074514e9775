#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

project seen <<'END'
services:
  api:
    build: .
    command: sleep infinity
END
printf 'FROM hale.local/stand-in/python:3.13-slim\nRUN poetry install --no-root\n' >Dockerfile
try
record seen-in-a-build
gone

project run <<'END'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "poetry run python3 -V"]
END
try
record seen-in-a-container
gone

# clear: Poetry is there, and what it is to run is not.
poetry_project other 2 'nosuchprogram'
pyproject
try
record clear-build-command-not-found
gone

plain calm
blind blind-no-engine

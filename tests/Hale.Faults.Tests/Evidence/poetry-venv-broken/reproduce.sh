#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

plain seen
pyproject
poetry 2 lock >/dev/null 2>&1
python3 -m venv --without-pip .venv
ln -sf /usr/bin/python3.99 .venv/bin/python
record seen-python-gone

plain whole
pyproject
python3 -m venv --without-pip .venv
record clear-whole

# clear: the environment is a container's, and leads to the container's Python.
project mounted <<'END'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    volumes: [".:/app"]
END
pyproject
python3 -m venv --without-pip .venv
ln -sf /usr/local/bin/python3.13 .venv/bin/python
record clear-of-a-container

plain here
pyproject
poetry 2 lock >/dev/null 2>&1
python3 -m venv --without-pip .venv
ln -sf /usr/bin/python3.99 .venv/bin/python
poetry_here 2
record seen-poetry-on-the-machine

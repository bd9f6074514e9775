#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
: >poetry.lock
record seen-nothing-in-it

poetry_project git
pyproject
poetry 2 lock >/dev/null 2>&1
git init -q . && git add . && git -c user.name=hale -c user.email=hale@example.com commit -qm one
: >poetry.lock
record seen-whole-in-git

poetry_project stale
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/3.11/3.12/' pyproject.toml
record clear-poetry-lock-stale

plain here
pyproject
: >poetry.lock
poetry_here 1
record seen-poetry-1-on-the-machine

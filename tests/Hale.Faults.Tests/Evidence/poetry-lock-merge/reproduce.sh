#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

# A real merge: both branches changed the dependencies and locked.
poetry_project seen
pyproject
poetry 2 lock >/dev/null 2>&1
git init -q -b main . && git config user.name hale && git config user.email hale@example.com && git add . && git commit -qm one
git checkout -qb other && sed -i 's/3.11/3.12/' pyproject.toml && poetry 2 lock >/dev/null 2>&1 && git commit -qam two
git checkout -q main && sed -i 's/^description/# a word\ndescription/; s/3.11/3.13/' pyproject.toml && poetry 2 lock >/dev/null 2>&1 && git commit -qam three
git merge other >/dev/null 2>&1 || git checkout -q --ours pyproject.toml
record seen-unfinished-merge

poetry_project cut
pyproject
poetry 2 lock >/dev/null 2>&1
head -c 150 poetry.lock >half && mv half poetry.lock
record clear-poetry-lock-corrupt

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject 'lib = {path = "lib", develop = true}'
mkdir -p lib/lib && touch lib/lib/__init__.py && sed 's/"api"/"lib"/; /^lib/d' pyproject.toml >lib/pyproject.toml
poetry 2 lock >/dev/null 2>&1
head -c 150 poetry.lock >half && mv half poetry.lock
record seen-cut-off

poetry_project git
pyproject
poetry 2 lock >/dev/null 2>&1
git init -q . && git add . && git -c user.name=hale -c user.email=hale@example.com commit -qm one
head -c 150 poetry.lock >half && mv half poetry.lock
record seen-whole-in-git

poetry_project merge
pyproject
poetry 2 lock >/dev/null 2>&1
(echo '<<<<<<< HEAD' && cat poetry.lock && echo ======= && echo '>>>>>>> other') >both && mv both poetry.lock
record clear-poetry-lock-merge

poetry_project whole
pyproject
poetry 2 lock >/dev/null 2>&1
record clear-whole

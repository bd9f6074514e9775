#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject 'broken = '
record seen-a-slip

poetry_project merge
pyproject
(echo '<<<<<<< HEAD' && cat pyproject.toml && echo ======= && echo '>>>>>>> other') >both && mv both pyproject.toml
record seen-unfinished-merge

poetry_project both
pyproject
poetry 2 lock >/dev/null 2>&1
for file in poetry.lock pyproject.toml; do
  (echo '<<<<<<< HEAD' && cat $file && echo ======= && echo '>>>>>>> other') >both && mv both $file
done
record seen-in-both-files

poetry_project lock
pyproject
poetry 2 lock >/dev/null 2>&1
(echo '<<<<<<< HEAD' && cat poetry.lock && echo ======= && echo '>>>>>>> other') >both && mv both poetry.lock
record clear-poetry-lock-merge

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
sed -i 's/^RUN.*/RUN rm -r \/usr\/lib\/python3\/dist-packages\/poetry\nRUN poetry install --no-root/' Dockerfile
try
record seen-package-gone
gone

poetry_project launcher
pyproject
sed -i 's/^RUN.*/RUN printf "#!\/opt\/old\/bin\/python3.9\\n" >\/usr\/local\/bin\/poetry; chmod +x \/usr\/local\/bin\/poetry\nRUN \/usr\/local\/bin\/poetry install/' Dockerfile
try
record seen-interpreter-gone
gone

project missing <<'END'
services:
  api:
    build: .
    command: sleep infinity
END
printf 'FROM hale.local/stand-in/python:3.13-slim\nRUN poetry install --no-root\n' >Dockerfile
try
record clear-poetry-missing
gone

# clear: the program that cannot be run is one of the project's own environment.
project venv <<'END'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["bash", "-c", "/app/.venv/bin/serve"]
    volumes: [".:/app"]
END
mkdir -p .venv/bin
printf '#!/opt/old/bin/python3.9\n' >.venv/bin/serve
chmod +x .venv/bin/serve
try
record clear-an-environment-of-the-project
gone

plain calm
blind blind-no-engine

#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

# The image has an environment of its own at /app/.venv; the folder that is mounted over it brings one of another machine.
venv_project() {
  project "$1" <<'END'
services:
  api:
    build: .
    command: [".venv/bin/python", "-c", "import time; time.sleep(600)"]
    volumes: [".:/app"]
END
  printf 'FROM hale.local/stand-in/python:3.13-slim\nWORKDIR /app\nRUN python3 -m venv --without-pip .venv\n' >Dockerfile
  echo .venv >.dockerignore
  pyproject
  mkdir -p .venv/bin
}
venv_project seen
ln -s /home/dev/.pyenv/versions/3.12.1/bin/python .venv/bin/python
try
record seen-link-to-nowhere
gone

venv_project script
sed -i 's/^    command.*/    command: ["sh", "-c", ".venv\/bin\/serve"]/' compose.yaml
printf '#!/home/dev/app/.venv/bin/python\n' >.venv/bin/serve
chmod +x .venv/bin/serve
try
record seen-script
gone

# clear: no environment is mounted, and the command is one that the image never had.
project other <<'END'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: [".venv/bin/python", "-V"]
    working_dir: /srv
END
pyproject
try
record clear-image-command-not-found
gone

plain calm
blind blind-no-engine

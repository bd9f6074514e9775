#!/bin/sh
# seen: a setting that nobody passes on; one that stands in .env alone; a field of pydantic's settings; a check in JavaScript; one that only another
# service gets. clear: code that can do without, or whose variable comes from elsewhere; variables that the Compose file itself misses. blind: the
# project's folder may not be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# python NAME [ENVIRONMENT]: a service that starts app/main.py, which imports app/settings.py; that is read from standard input.
python() {
  cat >"$work/settings.$1"
  project "$1" <<YAML
services:
  backend:
    build: ./backend
${2:-}
YAML
  mkdir -p backend/app
  cat >backend/Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/python:3.13-slim
WORKDIR /srv
COPY app app
CMD ["python", "-m", "app.main"]
DOCKERFILE
  : >backend/app/__init__.py
  echo 'from app import settings' >backend/app/main.py
  mv "$work/settings.$1" backend/app/settings.py
}

# needs NAME [ENVIRONMENT]: settings that cannot do without PAYMENT_KEY.
needs() {
  python "$@" <<'PYTHON'
import os

PAYMENT_KEY = os.environ["PAYMENT_KEY"]
PYTHON
}

needs seen
record seen-not-passed-on
chmod 700 .
apart_as_nobody blind-folder-not-readable 'true'
chmod 755 .

needs dotenv
echo 'PAYMENT_KEY=k-1' >.env
chmod 600 .env
record seen-only-in-dotenv

needs neighbour
cat >>compose.yaml <<'YAML'
  worker:
    image: hale.local/stand-in/redis:7
    environment: {PAYMENT_KEY: k-1}
YAML
record seen-only-a-neighbour-gets-it

python fields <<'PYTHON'
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    payment_key: str
    debug: bool = False


settings = Settings()
PYTHON
record seen-settings-field

project mounted <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    volumes: [./web:/srv]
    command: node /srv/server.js
YAML
mkdir web
cat >web/server.js <<'JS'
if (!process.env.PAYMENT_KEY) {
  throw new Error("PAYMENT_KEY is not set");
}
JS
record seen-mounted-node

python default <<'PYTHON'
import os

PAYMENT_KEY = os.environ.get("PAYMENT_KEY", "none")
PYTHON
record clear-a-default

python asked <<'PYTHON'
import os

PAYMENT_KEY = os.environ["PAYMENT_KEY"] if "PAYMENT_KEY" in os.environ else None
try:
    OTHER_KEY = os.environ["OTHER_KEY"]
except KeyError:
    OTHER_KEY = None
PYTHON
record clear-asks-first

python loads <<'PYTHON'
import os

from dotenv import load_dotenv

load_dotenv()
PAYMENT_KEY = os.environ["PAYMENT_KEY"]
PYTHON
echo 'PAYMENT_KEY=k-1' >backend/.env
record clear-reads-dotenv-itself

python tested <<'PYTHON'
import os

PAYMENT_KEY = os.environ.get("PAYMENT_KEY", "none")
PYTHON
mkdir backend/tests
cat >backend/tests/test_settings.py <<'PYTHON'
import os

KEY = os.environ["PAYMENT_KEY"]
PYTHON
record clear-a-test-needs-it

python comment <<'PYTHON'
"""Reads os.environ["PAYMENT_KEY"] no more."""
# PAYMENT_KEY = os.environ["PAYMENT_KEY"]
PYTHON
record clear-a-comment

needs given '    environment: {PAYMENT_KEY: k-1}'
record clear-environment

needs envfile '    env_file: backend.env'
echo 'PAYMENT_KEY=k-1' >backend.env
chmod 600 backend.env
record clear-env-file

needs image
sed -i 's/^WORKDIR/ENV PAYMENT_KEY=k-1\n&/' backend/Dockerfile
record clear-dockerfile-env

needs idle
echo 'print("no settings")' >backend/app/main.py
record clear-nobody-imports-it

needs blank '    environment: {PAYMENT_KEY: "${PAYMENT_KEY}"}'
record clear-env-unset-blank

needs required '    environment: {PAYMENT_KEY: "${PAYMENT_KEY:?}"}'
record clear-env-required-unset

#!/bin/sh
# seen: a program that is nowhere; one in a virtual environment; one that a shell looks for; a whole command line in one word. clear: a path at which nothing lies.
# blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["gunicorn", "app:app"]
YAML
try
record seen-nowhere
blind blind-no-engine
gone

project venv <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
WORKDIR /app
RUN mkdir -p .venv/bin && cp /bin/sleep .venv/bin/serve
CMD ["serve", "100000"]
DOCKER
try
record seen-in-a-virtual-environment
gone

project shell <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
WORKDIR /app
RUN mkdir -p .venv/bin && cp /bin/sleep .venv/bin/serve
CMD serve 100000
DOCKER
try
record seen-by-a-shell
gone

project line <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sleep 100000"]
YAML
try
record seen-a-line-in-one-word
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/serve"]
YAML
try
record clear-image-entrypoint-missing
gone

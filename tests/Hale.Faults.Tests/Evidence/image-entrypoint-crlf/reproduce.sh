#!/bin/sh
# seen: a script of the build's context, a mounted one, and one that env is to start, each with Windows line ends; the same where an init process starts it. clear: a clean
# first line whose interpreter is missing; a script that is not there. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY docker/start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
mkdir docker
printf '#!/bin/sh\r\nexec sleep 100000\r\n' >docker/start.sh
chmod +x docker/start.sh
try
record seen-built
blind blind-no-engine
gone

project init <<'YAML'
services:
  api: {build: ., init: true}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
printf '#!/bin/sh\r\nexec sleep 100000\r\n' >start.sh
chmod +x start.sh
try
record seen-with-init
gone

project mounted <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
    volumes: ["./app:/app"]
YAML
mkdir app
printf '#!/usr/bin/env bash\r\nexec sleep 100000\r\n' >app/start.sh
chmod +x app/start.sh
try
record seen-mounted-env
gone

project clear <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
printf '#!/usr/bin/bash5\nexec sleep 100000\n' >start.sh
chmod +x start.sh
try
record clear-image-interpreter-missing
gone

project missing <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/start.sh"]
    init: true
YAML
try
record clear-image-entrypoint-missing
gone

#!/bin/sh
# seen: a script without a first line; one with a byte order mark before it. clear: a binary for another processor. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
printf 'exec sleep 100000\n' >start.sh
chmod +x start.sh
try
record seen-no-first-line
blind blind-no-engine
gone

project mark <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
printf '\357\273\277#!/bin/sh\nexec sleep 100000\n' >start.sh
chmod +x start.sh
try
record seen-byte-order-mark
gone

project clear <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY server /server
ENTRYPOINT ["/server"]
DOCKER
foreign server
try
record clear-image-wrong-arch
gone

#!/bin/sh
# seen: a binary for another processor, as far as its header (this machine has no other); a script whose interpreter is one. clear: a text without a first line. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
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
record seen-a-binary
blind blind-no-engine
gone

project script <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY sh /opt/sh
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
foreign sh
printf '#!/opt/sh\nexec sleep 100000\n' >start.sh
chmod +x start.sh
try
record seen-an-interpreter
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
printf 'exec sleep 100000\n' >start.sh
chmod +x start.sh
try
record clear-image-no-shebang
gone

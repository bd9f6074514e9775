#!/bin/sh
# seen: dash and bash run a script with Windows line ends. clear: the script is executed itself; a clean one with a mistake. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project dash <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
CMD ["sh", "/start.sh"]
DOCKER
printf '#!/bin/sh\r\nset -e\r\nif true; then\r\n  exec sleep 100000\r\nfi\r\n' >start.sh
try
record seen-dash
blind blind-no-engine
gone

project bash <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["bash", "/app/start.sh"]
    volumes: ["./app:/app"]
YAML
mkdir app
printf '#!/bin/bash\r\necho begins\r\nif true; then\r\n  exec sleep 100000\r\nfi\r\n' >app/start.sh
try
record seen-bash-mounted
gone

project itself <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
DOCKER
printf '#!/bin/sh\r\nexec sleep 100000\r\n' >start.sh
chmod +x start.sh
try
record clear-image-entrypoint-crlf
gone

project clean <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "/app/start.sh"]
    volumes: ["./app:/app"]
YAML
mkdir app
printf '#!/bin/sh\nif true; then\n  exec sleep 100000\n' >app/start.sh
try
record clear-a-mistake
gone

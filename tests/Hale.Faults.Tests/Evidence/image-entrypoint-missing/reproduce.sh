#!/bin/sh
# seen: a path that the image does not have; one that a mounted folder covers; one that an init process is to start. clear: a program whose interpreter is missing; an empty
# folder over it. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    entrypoint: ["/usr/local/bin/start.sh"]
YAML
try
record seen-not-in-the-image
blind blind-no-engine
gone

project init <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    entrypoint: ["/usr/local/bin/start.sh"]
    init: true
YAML
try
record seen-with-init
gone

project covered <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
    volumes: ["./app:/app"]
YAML
mkdir app
touch app/README
try
record seen-covered-by-a-mount
gone

project clear <<'YAML'
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
record clear-image-entrypoint-crlf
gone

project empty <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
    volumes: ["./ap:/app"]
YAML
try
record clear-vol-hides-image-files
gone

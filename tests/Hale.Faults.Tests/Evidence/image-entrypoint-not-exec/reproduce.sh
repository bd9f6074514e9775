#!/bin/sh
# seen: a script of the build's context, and a mounted one, without the x. clear: the file is not there; it is denied with its x, on a mount without exec. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
CMD ["100000"]
DOCKER
printf '#!/bin/sh\nexec sleep "$1"\n' >start.sh
chmod 644 start.sh
try
record seen-built
blind blind-no-engine
gone

project mounted <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
    volumes: ["./app:/app"]
YAML
mkdir app
printf '#!/bin/sh\nexec sleep 100000\n' >app/start.sh
chmod 644 app/start.sh
try
record seen-mounted
gone

project missing <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
YAML
try
record clear-image-entrypoint-missing
gone

project noexec <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["/app/start.sh"]
    volumes: ["app:/app"]
  fill:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "printf '#!/bin/sh\nexec sleep 100000\n' >/app/start.sh; chmod 755 /app/start.sh"]
    volumes: ["app:/app"]
volumes: {app: {driver_opts: {type: tmpfs, device: tmpfs, o: noexec}}}
YAML
docker compose up -d fill >/dev/null 2>&1
docker compose run -d --name hale-reproduce-noexec fill sleep 60 >/dev/null 2>&1
docker exec hale-reproduce-noexec sh -c "printf '#!/bin/sh\nexec sleep 100000\n' >/app/start.sh; chmod 755 /app/start.sh"
try
record clear-a-mount-without-exec
docker rm -f hale-reproduce-noexec >/dev/null
gone

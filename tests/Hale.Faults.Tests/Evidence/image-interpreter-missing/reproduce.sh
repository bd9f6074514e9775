#!/bin/sh
# seen: an interpreter that is not in the image; one that is, in another folder; a binary whose loader is not there. clear: Windows line ends. blind: no engine.
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
printf '#!/usr/bin/bash5\nexec sleep 100000\n' >start.sh
chmod +x start.sh
try
record seen-not-in-the-image
blind blind-no-engine
gone

project elsewhere <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
CMD ["100000"]
DOCKER
printf '#!/usr/local/bin/bash -e\nexec sleep "$1"\n' >start.sh
chmod +x start.sh
try
record seen-in-another-folder
gone

project loader <<'YAML'
services:
  api: {build: ., init: false}
YAML
cat >Dockerfile <<'DOCKER'
FROM hale.local/stand-in/debian:trixie-slim
RUN cp /bin/sleep /server && sed -i 's|/lib64/ld-linux-x86-64.so.2|/lib64/ld-other-x86-64.so.2|' /server
ENTRYPOINT ["/server", "100000"]
DOCKER
try
record seen-a-binary-of-another-image
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
printf '#!/bin/sh\r\nexec sleep 100000\r\n' >start.sh
chmod +x start.sh
try
record clear-image-entrypoint-crlf
gone

#!/bin/sh
# seen: a script without the right to be run. clear: one that is not found.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY setup.sh /setup.sh
RUN /setup.sh
DOCKERFILE
printf '#!/bin/sh\necho hi\n' >setup.sh
chmod 644 setup.sh
try
record seen-no-right
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN /setup.sh
DOCKERFILE
try
record clear-not-there
gone

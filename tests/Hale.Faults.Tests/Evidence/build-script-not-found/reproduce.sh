#!/bin/sh
# seen: Windows line ends; an interpreter that is not there. clear: a program that is not there; a script that may not be run.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY --chmod=755 setup.sh /setup.sh
RUN /setup.sh
DOCKERFILE
printf '#!/bin/sh\r\necho hi\r\n' >setup.sh
try
record seen-windows-line-ends
gone

building env <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY --chmod=755 setup.py /setup.py
RUN /setup.py
DOCKERFILE
printf '#!/usr/bin/env python3\nprint("hi")\n' >setup.py
try
record seen-no-interpreter
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN setup
DOCKERFILE
try
record clear-a-program
gone

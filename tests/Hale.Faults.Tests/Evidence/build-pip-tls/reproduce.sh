#!/bin/sh
# seen: a program that asks a host whose certificate only an authority of this machine vouches for; where this machine has none either. clear: no connection
# at all, which is the evidence of npm-registry-unreachable. The network that these were recorded on inspects TLS.
. "$(dirname "$0")/../../Reproduce/lib.sh"

asks() {
  building "$1" <<'DOCKERFILE'
FROM hale.local/stand-in/node:20-slim
COPY fetch.py /
RUN python3 /fetch.py
CMD ["sleep", "infinity"]
DOCKERFILE
  echo "import urllib.request; urllib.request.urlopen('https://registry.npmjs.org/is-odd')" >fetch.py
  try
}

asks seen
record seen-an-authority-of-this-machine
gone

asks unknown
apart seen-an-unknown-authority 'mount -t tmpfs none /usr/local/share/ca-certificates'
gone

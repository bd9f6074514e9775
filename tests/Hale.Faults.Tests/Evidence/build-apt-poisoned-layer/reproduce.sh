#!/bin/sh
# seen: the archive could not be reached while the lists were fetched, in an instruction of their own. clear: no instruction
# that fetches any, which is the evidence of build-apt-unknown-package.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# apt NAME INSTRUCTIONS: a build whose archive is not there.
apt() {
  printf 'FROM hale.local/stand-in/debian:trixie-slim\nRUN rm -rf /var/lib/apt/lists/* /etc/apt/sources.list* && echo deb http://127.0.0.1:9/debian trixie main >/etc/apt/sources.list\n%b' "$2" >"$work/instructions"
  building "$1" <"$work/instructions"
  try
}

apt seen 'RUN apt-get update\nRUN apt-get install -y cowsay\n'
record seen-two-instructions
gone

#!/bin/sh
# seen: who answers for the archive gives a web page. clear: it answers 404.
. "$(dirname "$0")/../../Reproduce/lib.sh"

answering() {
  building "$1" <<DOCKERFILE
FROM hale.local/stand-in/node:20-slim
RUN rm -rf /var/lib/apt/lists/* /etc/apt/sources.list* && echo 'deb http://127.0.0.1:8080/debian trixie main' >/etc/apt/sources.list
RUN node -e "require('http').createServer((_, answer) => { answer.statusCode = $2; answer.end('<html>Welcome. Log in to go on.</html>') }).listen(8080)" & sleep 2; apt-get update && apt-get install -y cowsay
DOCKERFILE
  try
}

answering seen 200
record seen-a-web-page
gone

answering clear 404
record clear-no-release
gone
